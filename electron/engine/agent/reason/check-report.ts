// What a program can see of a report: whether the right items are ordered, each tag defined once and
// used once, and the numbers going on from the task's. Pure; the model is asked about the rest.
import type { AgentReport, CheckFinding, ReportEntry } from '../../../../shared/model/agent.ts';
import type { ModalityCounts } from '../../../../shared/model/content.ts';
import {
  COUNTED_MODALITIES,
  MODALITIES,
  type ModalityId,
} from '../../../../shared/model/modality.ts';
import { parseContent, parseTagName } from '../../../../shared/interleave/parse.ts';
import type { Demands, Maker } from '../define.ts';

/**
 * @param evidence  ids that the report could rest on
 */
export function checkReport(
  report: AgentReport,
  demands: Demands,
  makers: readonly Pick<Maker, 'id' | 'modality'>[],
  evidence: ReadonlySet<string>,
): CheckFinding[] {
  return [
    ...checkCounts(countEntries(report.items), demands.required),
    ...checkTags(report, demands),
    ...checkNumbers(report.items, demands),
    ...report.items.flatMap((entry) => checkOrder(entry, makers)),
    ...checkEvidence(report, evidence),
  ];
}

/** Ordered items per modality, each tag once. */
export function countEntries(items: readonly ReportEntry[]): ModalityCounts {
  const counts: ModalityCounts = {};
  const seen = new Set<string>();
  for (const { tag, modality } of items) {
    if (seen.has(tag) || modality === 'text') continue;
    seen.add(tag);
    counts[modality] = (counts[modality] ?? 0) + 1;
  }
  return counts;
}

function checkCounts(ordered: ModalityCounts, required: ModalityCounts): CheckFinding[] {
  return COUNTED_MODALITIES.flatMap((modality): CheckFinding[] => {
    const [has, wants] = [ordered[modality] ?? 0, required[modality] ?? 0];
    const label = MODALITIES[modality].label.toLowerCase();
    if (has === wants) return [];
    if (has === 0) {
      const message = `The task demands ${wants} of ${label}, and the report orders none.`;
      return [{ code: 'missing-modality', message, modality }];
    }
    if (wants === 0) {
      const message = `The report orders ${has} of ${label}, and the task demands none.`;
      return [{ code: 'extra-modality', message, modality }];
    }
    const message = `The task demands ${wants} of ${label}, and the report orders ${has}.`;
    return [{ code: 'wrong-count', message, modality }];
  });
}

function checkTags({ content, items }: AgentReport, { inputTags }: Demands): CheckFinding[] {
  const findings: CheckFinding[] = [];
  const defined = new Set<string>();
  for (const { tag } of items) {
    if (defined.has(tag)) {
      findings.push({ code: 'repeated-tag', message: `<${tag}> is defined more than once.`, tag });
    }
    defined.add(tag);
  }
  const uses = new Map<string, number>();
  for (const part of parseContent(content)) {
    if (part.kind === 'tag') uses.set(part.tag, (uses.get(part.tag) ?? 0) + 1);
  }
  for (const tag of defined) {
    const count = uses.get(tag) ?? 0;
    if (count === 0) {
      const message = `<${tag}> is ordered and does not stand in the content.`;
      findings.push({ code: 'unused-tag', message, tag });
    }
    if (count > 1) {
      const message = `<${tag}> stands ${count} times in the content; it may stand once.`;
      findings.push({ code: 'repeated-tag', message, tag });
    }
  }
  for (const tag of uses.keys()) {
    if (defined.has(tag) || inputTags.includes(tag)) continue;
    const message = `<${tag}> stands in the content, and nothing is ordered for it.`;
    findings.push({ code: 'undefined-tag', message, tag });
  }
  return findings;
}

function checkNumbers(items: readonly ReportEntry[], { numbers }: Demands): CheckFinding[] {
  const findings: CheckFinding[] = [];
  const byModality = new Map<ModalityId, Set<number>>();
  for (const { tag, modality } of items) {
    const name = parseTagName(tag);
    if (name?.tag !== tag || name.modality !== modality) {
      const message = `"${tag}" is no tag of ${MODALITIES[modality].label.toLowerCase()}.`;
      findings.push({ code: 'wrong-number', message, tag });
      continue;
    }
    byModality.set(modality, (byModality.get(modality) ?? new Set()).add(name.number));
  }
  for (const [modality, used] of byModality) {
    const first = numbers[modality] ?? 1;
    const expected = Array.from({ length: used.size }, (_, at) => first + at);
    if (expected.every((number) => used.has(number))) continue;
    const names = (all: Iterable<number>) => [...all].map((n) => `${modality}${n}`).join(', ');
    const message = `Tags must go on from the task's: ${names(expected)}, not ${names(used)}.`;
    findings.push({ code: 'wrong-number', message, modality });
  }
  return findings;
}

function checkOrder(
  { tag, modality, tool, prompt, content, data }: ReportEntry,
  makers: readonly Pick<Maker, 'id' | 'modality'>[],
): CheckFinding[] {
  const able = makers.filter((maker) => maker.modality === modality);
  const findings: CheckFinding[] = [];
  if (able.length > 0 && !able.some(({ id }) => id === tool)) {
    const names = able.map(({ id }) => `"${id}"`).join(', ');
    const message = `<${tag}> is given to "${tool}", which does not make it. Use ${names}.`;
    findings.push({ code: 'wrong-tool', message, tag });
  }
  if (prompt.trim() === '' && (content ?? '').trim() === '' && data === undefined) {
    const message = `The order of <${tag}> does not say what is to be made.`;
    findings.push({ code: 'empty-order', message, tag });
  }
  return findings;
}

function checkEvidence({ claims }: AgentReport, evidence: ReadonlySet<string>): CheckFinding[] {
  const unknown = claims.flatMap((claim) =>
    claim.evidence
      .filter((id) => !evidence.has(id))
      .map(
        (id) => `"${claim.text.slice(0, 80)}" is said to rest on "${id}", which is no evidence.`,
      ),
  );
  return unknown.slice(0, 10).map((message): CheckFinding => ({ code: 'fact', message }));
}
