/** What is to be done with recordings that are queued: as asked, the rest as set. */
import { isAbsolute } from 'node:path';
import type { SettingsStore } from '../app/settings.ts';
import type { TranscribeWhat, TranscriptionEngineName } from '../contract/index.ts';
import { DomainError } from '../domain-error.ts';
import { checkModel } from './engines/check-model.ts';
import type { Models } from './models.ts';
import type { TranscriptionOrder } from './queue-runner.ts';

type Asked = Partial<Pick<TranscribeWhat, 'engine' | 'model' | 'language' | 'replace' | 'overCorrections'>>;

export interface OrderMaker {
  /** @throws DomainError MODEL_MISSING, MODEL_DAMAGED */
  checked(asked: Asked): Promise<TranscriptionOrder>;
  /** Without a model its name stands for it: the job that has this order stops, and says which one is missing. */
  unchecked(asked: Asked): Promise<TranscriptionOrder>;
}

export function createOrderMaker(settings: SettingsStore, models: Models): OrderMaker {
  async function make(asked: Asked, noModel: (error: unknown, name: string) => string): Promise<TranscriptionOrder> {
    const set = await settings.get();
    const engine = asked.engine ?? engineFor(asked.model) ?? set.transcriptionEngine;
    const name = asked.model ?? (engine === set.transcriptionEngine ? set.transcriptionModel : '');
    return {
      engine,
      model: await models.pathOf(engine, name).catch((error) => noModel(error, name)),
      language: asked.language ?? set.transcriptionLanguage,
      vocabulary: set.transcriptionVocabulary,
      replace: asked.replace ?? false,
      overCorrections: asked.overCorrections ?? false,
      // A model goes with its engine, also where that came from the settings.
      asked: {
        engine: asked.model === undefined ? asked.engine : engine,
        model: asked.model,
        language: asked.language,
      },
    };
  }
  return {
    async checked(asked) {
      const order = await make(asked, (error) => {
        throw error;
      });
      await checkModel(order.engine, order.model);
      return order;
    },
    unchecked: (asked) =>
      make(asked, (error, name) => {
        if (!(error instanceof DomainError)) throw error;
        return name;
      }),
  };
}

/** A model elsewhere tells its engine: sherpa-onnx takes folders, whisper.cpp files in ggml format. */
function engineFor(model: string | undefined): TranscriptionEngineName | null {
  if (model === undefined || !isAbsolute(model)) return null;
  return /\.(bin|gguf|ggml)$/i.test(model) ? 'whisper.cpp' : 'sherpa-onnx';
}
