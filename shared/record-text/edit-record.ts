// Changes of a record's text that leave everything else as it was written: order of keys, indents, escapes.
import { locate, memberOf, type JsonNode } from './locate.ts';

export type RecordSideName = 'input' | 'output';

/** One change; `tag` is a key of `modal` as it is written. */
export type RecordEdit =
  | { readonly kind: 'content'; readonly side: RecordSideName; readonly content: string }
  | {
      readonly kind: 'value' | 'add';
      readonly side: RecordSideName;
      readonly tag: string;
      readonly value: string;
    }
  | {
      readonly kind: 'rename';
      readonly side: RecordSideName;
      readonly tag: string;
      readonly to: string;
    }
  | { readonly kind: 'remove'; readonly side: RecordSideName; readonly tag: string };

/** What a form shows of one side; undefined content: there is none that is a text. */
export interface RecordSideFields {
  readonly content: string | undefined;
  readonly entries: readonly { readonly tag: string; readonly value: string }[];
}

/** @returns undefined when the text is no JSON object */
export function readRecordFields(
  text: string,
): Readonly<Record<RecordSideName, RecordSideFields>> | undefined {
  const root = locate(text);
  if (root?.kind !== 'object') return undefined;
  const side = (name: RecordSideName): RecordSideFields => {
    const own = memberOf(root, name)?.value;
    const content = memberOf(own, 'content')?.value;
    const modal = memberOf(own, 'modal')?.value;
    const members = modal?.kind === 'object' ? modal.members : [];
    return {
      content: content?.kind === 'string' ? readString(text, content) : undefined,
      entries: members.flatMap(({ key, value }) =>
        value.kind === 'string' ? [{ tag: key, value: readString(text, value) }] : [],
      ),
    };
  };
  return { input: side('input'), output: side('output') };
}

/** @returns the text as it is where the place of the change is not there */
export function editRecord(text: string, edit: RecordEdit): string {
  const side = memberOf(locate(text), edit.side)?.value;
  const write = (value: string) => writeString(value, text);
  if (edit.kind === 'content') {
    const content = memberOf(side, 'content')?.value;
    if (content?.kind !== 'string') return text;
    return splice(
      text,
      content.start,
      content.end,
      write(withLineEnds(text, content, edit.content)),
    );
  }
  const modal = memberOf(side, 'modal')?.value;
  if (edit.kind === 'add') return addMember(text, modal, edit.tag, write(edit.value), write);
  const member = memberOf(modal, edit.tag);
  if (member === undefined) return text;
  switch (edit.kind) {
    case 'value':
      return splice(text, member.value.start, member.value.end, write(edit.value));
    case 'rename':
      return splice(text, member.keyStart, member.keyEnd, write(edit.to));
    case 'remove':
      return removeMember(text, modal, edit.tag);
  }
}

const splice = (text: string, start: number, end: number, by: string) =>
  text.slice(0, start) + by + text.slice(end);

function readString(text: string, { start, end }: JsonNode): string {
  return JSON.parse(text.slice(start, end)) as string; // located as a string
}

/** A field of a page has line feeds only; carriage returns that were there before come back. */
function withLineEnds(text: string, before: JsonNode, content: string): string {
  const hasReturns = readString(text, before).includes('\r\n');
  return hasReturns ? content.replace(/\r?\n/g, '\r\n') : content;
}

/** As the rest of the record is written: where other alphabets stand escaped, these do too. */
function writeString(value: string, text: string): string {
  const written = JSON.stringify(value);
  // eslint-disable-next-line no-control-regex -- all of ASCII is meant
  const isEscaped = /^[\x00-\x7f]*$/.test(text) && /\\u[0-9a-f]{4}/i.test(text);
  if (!isEscaped) return written;
  return written.replace(
    /[\u0080-\uffff]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

function addMember(
  text: string,
  modal: JsonNode | undefined,
  tag: string,
  value: string,
  write: (value: string) => string,
): string {
  if (modal?.kind !== 'object' || modal.members.some(({ key }) => key === tag)) return text;
  const last = modal.members.at(-1);
  if (last !== undefined) {
    const before = modal.members.at(-2);
    const from = before?.value.end ?? modal.start;
    const gap = text.slice(from, last.keyStart).replace(/^[{,]/, '').replace(/^\s*,/, '');
    const colon = text.slice(last.keyEnd, last.value.start);
    const isTight = gap === '' && before === undefined;
    const added = `,${isTight ? ' ' : gap}${write(tag)}${colon}${value}`;
    return splice(text, last.value.end, last.value.end, added);
  }
  const lineEnd = text.includes('\r\n') ? '\r\n' : '\n';
  const line = text.slice(text.lastIndexOf('\n', modal.start) + 1, modal.start);
  const indent = /^[ \t]*/.exec(line)?.[0] ?? '';
  const unit = /\n([ \t]+)"/.exec(text)?.[1] ?? '  ';
  const isOneLine = !text.includes('\n');
  const inside = isOneLine
    ? `${write(tag)}: ${value}`
    : `${lineEnd}${indent}${unit}${write(tag)}: ${value}${lineEnd}${indent}`;
  return splice(text, modal.start, modal.end, `{${inside}}`);
}

function removeMember(text: string, modal: JsonNode | undefined, tag: string): string {
  if (modal?.kind !== 'object') return text;
  const at = modal.members.findLastIndex(({ key }) => key === tag);
  const member = modal.members[at];
  if (member === undefined) return text;
  const next = modal.members[at + 1];
  if (next !== undefined) return splice(text, member.keyStart, next.keyStart, '');
  const before = modal.members[at - 1];
  if (before !== undefined) return splice(text, before.value.end, member.value.end, '');
  return splice(text, modal.start, modal.end, '{}');
}
