import { useQuery } from '@tanstack/react-query';
import { api } from '../../api.ts';

export const useEngines = () =>
  useQuery({
    queryKey: ['transcription', 'engines'],
    queryFn: () => api.transcription.engines(),
    // Tried once by the core.
    staleTime: Number.POSITIVE_INFINITY,
  });

export const useModels = () =>
  useQuery({ queryKey: ['transcription', 'models'], queryFn: () => api.transcription.models() });
