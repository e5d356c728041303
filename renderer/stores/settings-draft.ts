// Settings while they are being edited: numbers as they are typed, read only when they are used. Pure,
// so that what a form means can be tested without one.
import {
  EndpointKey,
  EndpointSettings,
  KeyVariable,
  type EndpointTakes,
} from '../../shared/model/endpoint.ts';
import type { ProjectSettings } from '../../shared/model/settings.ts';
import { ScoringSettings } from '../../shared/model/settings.ts';

export interface EndpointDraft {
  readonly baseUrl: string;
  readonly model: string;
  /** Name of an environment variable. */
  readonly apiKeyEnv: string;
  /** Name of an entry in the key store. */
  readonly apiKeyStored: string;
  readonly concurrency: string;
  readonly timeoutSeconds: string;
  readonly requestsPerMinute: string;
  readonly usdPerMTokIn: string;
  readonly usdPerMTokOut: string;
  readonly temperature: string;
  readonly maxTokens: string;
  readonly takes: EndpointTakes | undefined;
  readonly useBatch: boolean;
}

export interface ScoringDraft extends Pick<
  ScoringSettings,
  'scale' | 'structureCount' | 'isOfficialCompatible' | 'useImportedCaptions'
> {
  readonly sqcsEta: string;
  readonly icsEta: string;
  readonly repeats: string;
  readonly doverWeights: string;
}

export interface SettingsDraft {
  readonly endpoints: Readonly<Partial<Record<EndpointKey, EndpointDraft>>>;
  readonly scoring: ScoringDraft;
}

/** What is wrong, by field: `judge.baseUrl`, `scoring.icsEta`. */
export type DraftErrors = Readonly<Record<string, string>>;
export type ParsedDraft<T> =
  | { readonly status: 'ok'; readonly value: T }
  | { readonly status: 'wrong'; readonly errors: DraftErrors };

const written = (value: number | undefined) => (value === undefined ? '' : String(value));

/** The form of an endpoint; of none, what a new one starts with. */
export function draftEndpoint(settings?: EndpointSettings): EndpointDraft {
  return {
    baseUrl: settings?.baseUrl ?? '',
    model: settings?.model ?? '',
    apiKeyEnv: settings?.apiKeyEnv ?? '',
    apiKeyStored: settings?.apiKeyStored ?? '',
    concurrency: written(settings?.concurrency ?? 8),
    timeoutSeconds: written((settings?.timeoutMs ?? 60_000) / 1000),
    requestsPerMinute: written(settings?.requestsPerMinute),
    usdPerMTokIn: written(settings?.usdPerMTokIn),
    usdPerMTokOut: written(settings?.usdPerMTokOut),
    temperature: written(settings?.temperature),
    maxTokens: written(settings?.maxTokens),
    takes: settings?.takes,
    useBatch: settings?.useBatch ?? false,
  };
}

export function draftSettings({ endpoints, scoring }: ProjectSettings): SettingsDraft {
  const drafts = EndpointKey.options.flatMap((role) => {
    const settings = endpoints[role];
    return settings === undefined ? [] : [[role, draftEndpoint(settings)] as const];
  });
  return {
    endpoints: Object.fromEntries(drafts),
    scoring: {
      sqcsEta: written(scoring.sqcsEta),
      icsEta: written(scoring.icsEta),
      repeats: written(scoring.repeats),
      doverWeights: scoring.doverWeights ?? '',
      scale: scoring.scale,
      structureCount: scoring.structureCount,
      isOfficialCompatible: scoring.isOfficialCompatible,
      useImportedCaptions: scoring.useImportedCaptions,
    },
  };
}

/** With an endpoint put in its place, or taken out; the order of roles is always the same. */
export function withEndpoint(
  draft: SettingsDraft,
  role: EndpointKey,
  endpoint: EndpointDraft | undefined,
): SettingsDraft {
  const all = { ...draft.endpoints, [role]: endpoint };
  const kept = EndpointKey.options.filter((each) => all[each] !== undefined);
  return { ...draft, endpoints: Object.fromEntries(kept.map((each) => [each, all[each]])) };
}

/** Parts of a draft that differ from what is kept, e.g. `judge`, `scoring`. */
export function changedParts(draft: SettingsDraft, kept: ProjectSettings): readonly string[] {
  const before = draftSettings(kept);
  const differs = (a: unknown, b: unknown) => JSON.stringify(a) !== JSON.stringify(b);
  const roles = EndpointKey.options.filter((role) =>
    differs(draft.endpoints[role], before.endpoints[role]),
  );
  return [...roles, ...(differs(draft.scoring, before.scoring) ? ['scoring'] : [])];
}

/** True for what begins as a vendor's key does: it must not stand in a form, let alone be kept. */
export function looksLikeKey(text: string): boolean {
  const isName = /^[A-Za-z_][A-Za-z0-9_]{0,127}$/.test(text);
  if (isName) return !KeyVariable.safeParse(text).success;
  return /^(sk|gsk|hf|xai|pplx|r8|nvapi|tgp|csk|ghp|AIza)[-_A-Z0-9].{15,}$/i.test(text);
}

/** What a field takes, said when it holds something else. */
const ENDPOINT_WORDS: Readonly<Record<string, string>> = {
  baseUrl: 'Give an http or https address up to and with “/v1”, without user, password and “?…”.',
  model: 'Give the model’s name as the endpoint calls it.',
  apiKeyEnv: 'Give the name of a variable: letters, digits and _, e.g. OPENAI_API_KEY.',
  apiKeyStored: 'Give the name of an entry in the key store.',
  concurrency: 'Give a whole number from 1 to 256.',
  timeoutSeconds: 'Give seconds from 0.1 to 3600.',
  requestsPerMinute: 'Give a whole number from 1, or leave it empty.',
  usdPerMTokIn: 'Give US dollars from 0 to 10,000, or leave it empty.',
  usdPerMTokOut: 'Give US dollars from 0 to 10,000, or leave it empty.',
  temperature: 'Give a number from 0 to 2, or leave it empty.',
  maxTokens: 'Give a whole number from 16 to 200,000, or leave it empty.',
};

const SCORING_WORDS: Readonly<Record<string, string>> = {
  sqcsEta: 'Give a number from 0 to 1.',
  icsEta: 'Give a number from 0 to 1.',
  repeats: 'Give a whole number from 1 to 9.',
  doverWeights: 'The path is too long.',
};

/** A number as typed; NaN for what is none, so that the schema refuses it. */
function read(text: string): number {
  const plain = text.trim().replace(',', '.');
  return plain === '' ? NaN : Number(plain);
}
const readIfGiven = (text: string) => (text.trim() === '' ? undefined : read(text));
const given = (text: string) => (text.trim() === '' ? undefined : text.trim());

export function parseEndpoint(draft: EndpointDraft): ParsedDraft<EndpointSettings> {
  const parsed = EndpointSettings.safeParse({
    baseUrl: draft.baseUrl.trim().replace(/\/+$/, ''),
    model: draft.model.trim(),
    apiKeyEnv: given(draft.apiKeyEnv),
    apiKeyStored: given(draft.apiKeyStored),
    concurrency: read(draft.concurrency),
    timeoutMs: Math.round(read(draft.timeoutSeconds) * 1000),
    requestsPerMinute: readIfGiven(draft.requestsPerMinute),
    usdPerMTokIn: readIfGiven(draft.usdPerMTokIn),
    usdPerMTokOut: readIfGiven(draft.usdPerMTokOut),
    temperature: readIfGiven(draft.temperature),
    maxTokens: readIfGiven(draft.maxTokens),
    takes: draft.takes,
    useBatch: draft.useBatch,
  });
  if (parsed.success) return { status: 'ok', value: parsed.data };
  const fields = parsed.error.issues.map(({ path }) =>
    path[0] === 'timeoutMs' ? 'timeoutSeconds' : String(path[0]),
  );
  return { status: 'wrong', errors: wordsOf(fields, ENDPOINT_WORDS) };
}

function parseScoring(draft: ScoringDraft): ParsedDraft<ScoringSettings> {
  const parsed = ScoringSettings.safeParse({
    ...draft,
    sqcsEta: read(draft.sqcsEta),
    icsEta: read(draft.icsEta),
    repeats: read(draft.repeats),
    doverWeights: given(draft.doverWeights),
  });
  if (parsed.success) return { status: 'ok', value: parsed.data };
  const fields = parsed.error.issues.map(({ path }) => String(path[0]));
  return { status: 'wrong', errors: wordsOf(fields, SCORING_WORDS) };
}

function wordsOf(fields: readonly string[], words: Readonly<Record<string, string>>): DraftErrors {
  return Object.fromEntries(fields.map((field) => [field, words[field] ?? 'This cannot be used.']));
}

/** All of a draft as settings to save, or every field that is wrong. */
export function parseSettings(draft: SettingsDraft): ParsedDraft<ProjectSettings> {
  const errors: Record<string, string> = {};
  const endpoints: Partial<Record<EndpointKey, EndpointSettings>> = {};
  const note = (part: string, found: DraftErrors) => {
    for (const [field, words] of Object.entries(found)) errors[`${part}.${field}`] = words;
  };
  for (const role of EndpointKey.options) {
    const endpoint = draft.endpoints[role];
    if (endpoint === undefined) continue;
    const parsed = parseEndpoint(endpoint);
    if (parsed.status === 'ok') endpoints[role] = parsed.value;
    else note(role, parsed.errors);
  }
  const scoring = parseScoring(draft.scoring);
  if (scoring.status === 'wrong') {
    note('scoring', scoring.errors);
    return { status: 'wrong', errors };
  }
  if (Object.keys(errors).length > 0) return { status: 'wrong', errors };
  return { status: 'ok', value: { endpoints, scoring: scoring.value } };
}
