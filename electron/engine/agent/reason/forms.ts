// How the replies of the steps must look. Each shape is written once, as zod; the JSON schema that is
// sent follows from it.
import { z } from 'zod';
import { Claim, ReportEntry } from '../../../../shared/model/agent.ts';
import { ModalityIdSchema } from '../../../../shared/model/content.ts';
import type { ReadReply, ReplyForm } from '../../judges/define.ts';

const Text = z.string().max(200_000);
const Ids = z.array(z.string().max(300)).max(200);
const Wanted = z.object({ modality: ModalityIdSchema, count: z.int().min(0).max(100) });

export const QuestionReply = z.object({
  paraphrase: Text.min(1),
  requirements: z.array(Text).max(200),
  required: z.array(Wanted).max(20),
  evidence: Ids,
});
export type QuestionReply = z.infer<typeof QuestionReply>;

export const AnalysisReply = z.object({
  is_data_analysis: z.boolean(),
  reason: Text,
  code: Text,
  evidence: Ids,
});
export type AnalysisReply = z.infer<typeof AnalysisReply>;

export const ContentReply = z.object({
  text_content: z.array(z.object({ text: Text, evidence: Ids })).max(500),
  items: z
    .array(z.object({ modality: ModalityIdSchema, content: Text, tool: Text, evidence: Ids }))
    .max(100),
});
export type ContentReply = z.infer<typeof ContentReply>;

export const ReportReply = z.object({
  content: Text.min(1),
  items: z
    .array(
      z.object({
        tag: z.string().max(100),
        modality: ModalityIdSchema,
        tool: z.string().max(200),
        prompt: Text,
        content: Text,
        data: Text,
        evidence: Ids,
      }),
    )
    .max(100),
  claims: z.array(z.object({ text: Text, evidence: Ids })).max(500),
});
export type ReportReply = z.infer<typeof ReportReply>;

export const CheckReply = z.object({
  findings: z
    .array(
      z.object({
        code: z.enum(['fact', 'logic', 'missing-modality', 'extra-modality', 'other']),
        message: Text.min(1),
        tag: z.string().max(100),
      }),
    )
    .max(100),
  passed: z.boolean(),
});
export type CheckReply = z.infer<typeof CheckReply>;

export const JudgeReply = z.object({
  error: Text.min(1),
  step: z.int().min(1).max(4),
});
export type JudgeReply = z.infer<typeof JudgeReply>;

// before the forms, which are made when this is loaded
/** What strict endpoints refuse in a schema. */
const UNSUPPORTED = new Set(['minLength', 'maxLength', 'maxItems', 'minItems']);

export const QUESTION_FORM = formOf('unima_question', QuestionReply);
export const ANALYSIS_FORM = formOf('unima_analysis', AnalysisReply);
export const CONTENT_FORM = formOf('unima_content', ContentReply);
export const REPORT_FORM = formOf('unima_report', ReportReply);
export const CHECK_FORM = formOf('unima_check', CheckReply);
export const JUDGE_FORM = formOf('unima_judge', JudgeReply);

/** What a kept report is read back with. */
export const KeptReport = z.object({
  content: z.string(),
  items: z.array(ReportEntry),
  claims: z.array(Claim),
});

function formOf<T>(name: string, shape: z.ZodType<T>): ReplyForm<T> {
  return { name, schema: strictSchema(shape), read: (text) => readReply(text, shape) };
}

/** Every key required, no other allowed, and nothing that strict endpoints refuse, e.g. lengths. */
function strictSchema(shape: z.ZodType): Readonly<Record<string, unknown>> {
  const { $schema: _, ...schema } = z.toJSONSchema(shape, { io: 'output' });
  return plain(schema) as Record<string, unknown>; // an object in, an object out
}

function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => !UNSUPPORTED.has(key))
      .map(([key, inner]) => [key, plain(inner)]),
  );
}

function readReply<T>(text: string, shape: z.ZodType<T>): ReadReply<T> {
  const trimmed = text.replace(/^\uFEFF/, '').trim();
  const inner = /^(`{3,}|~{3,})[^\n`]*\n([\s\S]*?)\n?\s*\1$/.exec(trimmed)?.[2] ?? trimmed;
  let value: unknown;
  try {
    value = JSON.parse(inner);
  } catch (error) {
    const why = error instanceof Error ? error.message.slice(0, 200) : String(error);
    return { status: 'bad', problem: `The reply is not JSON and nothing but JSON: ${why}.` };
  }
  const parsed = shape.safeParse(value);
  if (parsed.success) return { status: 'read', value: parsed.data };
  const problem = `The reply does not fit its schema: ${z.prettifyError(parsed.error).slice(0, 1500)}`;
  return { status: 'bad', problem };
}
