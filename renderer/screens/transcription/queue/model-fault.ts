const codes = new Set(['MODEL_MISSING', 'MODEL_DAMAGED', 'OUT_OF_MEMORY', 'ENGINE_KILLED', 'ENGINE_UNAVAILABLE']);

/** Whether another model, or getting one, helps. */
export const isModelFault = (code: string): boolean => codes.has(code);
