// What an instance of the demo is, before any file is written. Each file under ../instances holds some.

/** Makes the bytes of one media file. */
export type Make = () => Promise<Buffer> | Buffer;

/** One entry of a `modal` object. */
export type ItemSpec =
  | {
      readonly kind: 'file';
      readonly extension: string;
      readonly caption: string;
      readonly make: Make;
      /** Number in the file's name, where it is not the item's (a mesh over three entries). */
      readonly nameNumber?: number;
    }
  | { readonly kind: 'value'; readonly value: string; readonly caption: string };

export interface SideSpec {
  readonly content: string;
  readonly items: Readonly<Record<string, ItemSpec>>;
}

/** Hand-written example scores on the judge's own scales; `null` is "the script failed here". */
export interface ExampleScores {
  /** 1..5; 0 for an empty answer. */
  readonly sc?: number | null;
  readonly hc?: number | null;
  readonly sh?: number | null;
  readonly gq?: Readonly<Record<string, number | null>>;
}

export interface AnswerSpec extends SideSpec {
  readonly scores: ExampleScores;
}

export const MODELS = { aria: 'Aria-7B', polyglot: 'Polyglot-Mix', echo: 'Echo-Base' } as const;
export type ModelId = keyof typeof MODELS;
export const MODEL_IDS = Object.keys(MODELS) as ModelId[];

export type DemoField = 'natural_science' | 'social_science' | 'general_area';

export interface InstanceSpec {
  readonly field: DemoField;
  /** Folder of the release: number and name. */
  readonly folder: string;
  readonly id: string;
  readonly difficulty?: 1 | 2 | 3;
  readonly capabilities: readonly string[];
  readonly input: SideSpec;
  readonly output: SideSpec;
  readonly answers: Readonly<Partial<Record<ModelId, AnswerSpec>>>;
}

export function file(extension: string, caption: string, make: Make): ItemSpec {
  return { kind: 'file', extension, caption, make };
}

/** A file whose name carries another item's number, so that both have the same stem. */
export function fileOfStem(
  nameNumber: number,
  extension: string,
  caption: string,
  make: Make,
): ItemSpec {
  return { kind: 'file', extension, caption, make, nameNumber };
}

/** Content given in the record itself (code, text), or a path that is wrong on purpose. */
export function value(text: string, caption = ''): ItemSpec {
  return { kind: 'value', value: text, caption };
}
