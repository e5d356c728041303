import type { EndpointSettings } from './endpoint.ts';

/** Where an endpoint usually is, and how it usually is asked. */
export interface EndpointPreset {
  readonly id: string;
  readonly label: string;
  /** What to know before it is used. */
  readonly note: string;
  /** A model to begin with; what a server of one's own has loaded is only known there. */
  readonly settings: Pick<EndpointSettings, 'baseUrl' | 'model' | 'concurrency' | 'timeoutMs'> &
    Partial<Pick<EndpointSettings, 'apiKeyEnv' | 'usdPerMTokIn' | 'usdPerMTokOut' | 'takes'>>;
  /** Names that fit, for a list to choose from. */
  readonly models: readonly string[];
  /** True where the Batch API is spoken. */
  readonly hasBatch: boolean;
}

/**
 * Endpoints to begin with. Prices are the vendor's list prices of the model named, in US dollars a
 * million tokens, as of 2025-08; check them.
 */
export const ENDPOINT_PRESETS: readonly EndpointPreset[] = [
  {
    id: 'openai',
    label: 'OpenAI',
    note: 'The paper judges and captions with GPT-5-mini. Takes images, no audio and no video.',
    settings: {
      baseUrl: 'https://api.openai.com/v1',
      model: 'gpt-5-mini',
      apiKeyEnv: 'OPENAI_API_KEY',
      concurrency: 16,
      timeoutMs: 120_000,
      usdPerMTokIn: 0.25,
      usdPerMTokOut: 2,
      takes: { image: true, audio: false, video: false, json: 'json_schema' },
    },
    models: ['gpt-5-mini', 'gpt-5', 'gpt-5-nano', 'gpt-4.1-mini'],
    hasBatch: true,
  },
  {
    id: 'vllm',
    label: 'vLLM',
    note:
      'The paper captions audio and video with Qwen-Omni here. Start it with --limit-mm-per-prompt ' +
      'for as many images as a document has pages.',
    settings: {
      baseUrl: 'http://127.0.0.1:8000/v1',
      model: 'Qwen/Qwen2.5-Omni-7B',
      concurrency: 16,
      timeoutMs: 300_000,
    },
    models: [
      'Qwen/Qwen2.5-Omni-7B',
      'Qwen/Qwen3-Omni-30B-A3B-Instruct',
      'Qwen/Qwen3-VL-8B-Instruct',
    ],
    hasBatch: false,
  },
  {
    id: 'ollama',
    label: 'Ollama',
    note:
      'Its context is short unless OLLAMA_CONTEXT_LENGTH says more; what does not fit is cut off ' +
      'without a word.',
    settings: {
      baseUrl: 'http://127.0.0.1:11434/v1',
      model: 'qwen3-vl:8b',
      concurrency: 2,
      timeoutMs: 600_000,
    },
    models: ['qwen3-vl:8b', 'gemma3:12b', 'gpt-oss:20b'],
    hasBatch: false,
  },
  {
    id: 'llama.cpp',
    label: 'llama.cpp',
    note: 'Serves the one model that it was started with; pictures need its --mmproj file.',
    settings: {
      baseUrl: 'http://127.0.0.1:8080/v1',
      model: 'default',
      concurrency: 1,
      timeoutMs: 600_000,
    },
    models: [],
    hasBatch: false,
  },
  {
    id: 'lm-studio',
    label: 'LM Studio',
    note: 'Start its server in the Developer tab; takes the name of the model that is loaded there.',
    settings: {
      baseUrl: 'http://127.0.0.1:1234/v1',
      model: 'local-model',
      concurrency: 2,
      timeoutMs: 600_000,
    },
    models: [],
    hasBatch: false,
  },
];
