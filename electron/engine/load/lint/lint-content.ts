// What the tags of a record say about it, quirks 16 to 22. Nothing here is an error: a sequence is
// shown as it is, and this tells people why it looks so.
import { parseContent } from '../../../../shared/interleave/parse.ts';
import { buildSequence } from '../../../../shared/interleave/sequence.ts';
import type { TagSegment } from '../../../../shared/model/content.ts';
import { cleanInlineCode } from '../inline-code.ts';
import type { RecordSide, UnimRecord } from '../types.ts';

/** A remark on a record, to be given file, line and key. */
export interface Remark {
  readonly quirk?: number;
  readonly severity: 'warning' | 'info';
  readonly message: string;
}

/**
 * Looks at both sides of a record.
 *
 * @param isCaptionFile  captions inside tags are what the file is for
 */
export function lintContent(record: UnimRecord, isCaptionFile: boolean): Remark[] {
  const remarks: Remark[] = [];
  for (const side of ['input', 'output'] as const) {
    const own = record[side];
    if (own === undefined) continue;
    const other = record[side === 'input' ? 'output' : 'input'];
    remarks.push(
      ...lintRoles(side, own, other),
      ...lintSpelling(side, own.content, isCaptionFile),
      ...lintCode(side, own),
    );
  }
  return [...remarks, ...lintNumbers(record)];
}

type Side = 'input' | 'output';

function lintRoles(side: Side, own: RecordSide, other: RecordSide | undefined): Remark[] {
  const { segments } = buildSequence(own.content, {
    side,
    ownTags: own.entries.map((entry) => entry.tag),
    otherTags: other?.entries.map((entry) => entry.tag) ?? [],
  });
  const tags = segments.filter((segment) => segment.kind === 'tag');
  const having = (role: TagSegment['role']) => [
    ...new Set(tags.filter((tag) => tag.role === role).map((tag) => tag.tag)),
  ];
  const isBlind = side === 'output' && other === undefined;
  return [
    ...remark(18, 'info', having('repeat'), `stand more than once in the ${side}; counted once`),
    ...remark(18, 'info', outOfOrder(tags), `stand out of numeric order in the ${side}`),
    ...remark(19, 'warning', having('orphan'), `have no tag in the ${side}; appended at its end`),
    ...remark(
      19,
      isBlind ? 'info' : 'warning',
      having('dangling'),
      `have no entry in the ${side}${isBlind ? '; they may name items of the input' : ''}`,
    ),
    ...remark(19, 'info', having('expectedOutput'), 'stand in the input and name expected items'),
    ...remark(20, 'info', having('inputReference'), 'stand in the output and name input items'),
  ];
}

function remark(
  quirk: number,
  severity: Remark['severity'],
  tags: readonly string[],
  what: string,
): Remark[] {
  if (tags.length === 0) return [];
  const named = tags.map((tag) => `<${tag}>`).join(', ');
  const message = tags.length === 1 ? singular(what) : what;
  return [{ quirk, severity, message: `${named} ${message}.` }];
}

const singular = (what: string) =>
  what
    .replace(/^stand /, 'stands ')
    .replace(/^have /, 'has ')
    .replace(' and name ', ' and names ')
    .replace('they may name items', 'it may name an item')
    .replace('expected items', 'an expected item')
    .replace('input items', 'an input item');

/** First mentions whose number is lower than one of the same modality before it. */
function outOfOrder(tags: readonly TagSegment[]): string[] {
  const highest = new Map<string, number>();
  return tags.flatMap(({ tag, modality, number, role }) => {
    if (role !== 'item') return [];
    const before = highest.get(modality) ?? 0;
    highest.set(modality, Math.max(before, number));
    return number < before ? [tag] : [];
  });
}

function lintSpelling(side: Side, content: string, isCaptionFile: boolean): Remark[] {
  const remarks: Remark[] = [];
  const segments = parseContent(content);
  const tags = segments.filter((segment) => segment.kind === 'tag');
  const odd = tags.find(
    ({ tag, caption, start, end }) =>
      caption === undefined &&
      content.slice(start, end) !== `<${tag}>` &&
      !content.slice(start, end).includes('</'),
  );
  if (odd !== undefined) {
    const written = content.slice(odd.start, odd.end);
    const message = `Read the tag "${written}" in the ${side} as "<${odd.tag}>".`;
    remarks.push({ quirk: 17, severity: 'info', message });
  }
  const captioned = tags.filter(({ caption }) => caption !== undefined);
  if (captioned.length > 0 && !isCaptionFile) {
    const named = captioned.map(({ tag }) => `<${tag}>`).join(', ');
    const message = `Took captions out of tags in the ${side}: ${named}.`;
    remarks.push({ quirk: 21, severity: 'info', message });
  }
  const texts = segments.flatMap((segment) => (segment.kind === 'text' ? [segment.text] : []));
  const bracketed = texts.map((text) => /<\/?[a-z][^<>\n]{0,40}>/i.exec(text)?.[0]).find(Boolean);
  if (bracketed !== undefined) {
    const message = `Angle brackets in the ${side} are no tag and are shown as text: "${bracketed}".`;
    remarks.push({ quirk: 22, severity: 'info', message });
  }
  return remarks;
}

function lintCode(side: Side, { entries }: RecordSide): Remark[] {
  return entries.flatMap(({ tag, modality, value }): Remark[] => {
    if (modality !== 'code') return [];
    const breaks = (text: string) => text.split('\n').length;
    const oddities = [
      ...(value.includes('\r') ? ['carriage returns'] : []),
      ...(breaks(value.replace(/\r\n?/g, '\n')) < breaks(cleanInlineCode(value).text)
        ? ['doubly escaped line breaks']
        : []),
      ...(/^\s*```[ \t]*\r?\n[ \t]*[a-z+#]{1,12}[ \t]*\r?\n/i.test(value)
        ? ['its language on the line behind the fence']
        : []),
    ];
    if (oddities.length === 0) return [];
    const message = `Cleaned the code "${tag}" of the ${side}: it has ${oddities.join(' and ')}.`;
    return [{ quirk: 16, severity: 'info', message }];
  });
}

/** Numbers go on from input to output; the same tag on both sides names two items. */
function lintNumbers({ input, output }: UnimRecord): Remark[] {
  const inputTags = new Set(input?.entries.map((entry) => entry.tag));
  const both = output?.entries.map(({ tag }) => tag).filter((tag) => inputTags.has(tag)) ?? [];
  return both.length === 0
    ? []
    : [
        {
          severity: 'warning',
          message:
            `"${both.join('", "')}" stands on both sides, for two items. ` +
            'Number the output on from the input.',
        },
      ];
}
