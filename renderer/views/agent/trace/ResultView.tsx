import { z } from 'zod';
import type { Item } from '../../../../shared/model/content.ts';
import { VisibleText } from '../../../components/visible-text/VisibleText.tsx';
import { reportOf, type Chain, type ChainNode } from './chain.ts';
import { EvidenceChips } from './EvidenceChips.tsx';
import { ReportView } from './ReportView.tsx';
import styles from './NodeDetail.module.css';

// Only what is drawn in words of its own; everything else of a result is shown as it is.
const Question = z.object({ paraphrase: z.string(), requirements: z.array(z.string()) });
const Content = z.object({
  text_content: z.array(z.object({ text: z.string(), evidence: z.array(z.string()) })),
  items: z.array(
    z.object({
      modality: z.string(),
      content: z.string(),
      tool: z.string(),
      evidence: z.array(z.string()),
    }),
  ),
});
const Analysis = z.object({
  is_data_analysis: z.boolean(),
  reason: z.string(),
  code: z.string(),
});
const Ran = z.object({ source: z.string(), output: z.string().default(''), value: z.unknown() });
const Judged = z.object({ error: z.string(), step: z.number() });

/** What was read from a reply, in words of its step. */
export function ResultView({
  node,
  chain,
  items,
}: {
  readonly node: ChainNode;
  readonly chain: Chain;
  readonly items: readonly Item[];
}) {
  const result = node.end?.result;
  const report = reportOf(node);
  if (report !== undefined)
    return <ReportView report={report} node={node} chain={chain} items={items} />;
  const question = Question.safeParse(result);
  if (node.step === 'question' && question.success) {
    return (
      <>
        <p className={styles.words}>{question.data.paraphrase}</p>
        <ul className={styles.list}>
          {question.data.requirements.map((each, index) => (
            <li key={index}>{each}</li>
          ))}
        </ul>
      </>
    );
  }
  const content = Content.safeParse(result);
  if (node.step === 'content' && content.success) {
    return <ContentPlan plan={content.data} node={node} chain={chain} />;
  }
  const analysis = Analysis.safeParse(result);
  if (node.step === 'analysis' && analysis.success) {
    const { is_data_analysis: isData, reason, code } = analysis.data;
    return (
      <>
        <p className={styles.words}>
          {isData ? 'About data: ' : 'Not about data: '}
          {reason}
        </p>
        {code.trim() !== '' && <Raw label="Code that is to be run" text={code} />}
      </>
    );
  }
  const ran = Ran.safeParse(result);
  if (node.step === 'code' && ran.success) {
    const { source, output, value } = ran.data;
    return (
      <>
        <Raw label="Code as it ran" text={source} />
        {output !== '' && <Raw label="Printed" text={output} />}
        {value !== undefined && <Raw label="Returned" text={JSON.stringify(value, undefined, 2)} />}
      </>
    );
  }
  const judged = Judged.safeParse(result);
  if (node.step === 'judge' && judged.success) {
    return (
      <p className={styles.words}>
        Back to step {judged.data.step}: {judged.data.error}
      </p>
    );
  }
  if (result === undefined || node.step === 'caption') return null;
  return <Raw label="Result" text={JSON.stringify(result, undefined, 2)} />;
}

function ContentPlan({
  plan,
  node,
  chain,
}: {
  readonly plan: z.infer<typeof Content>;
  readonly node: ChainNode;
  readonly chain: Chain;
}) {
  const beforeSeq = node.seq;
  return (
    <ul className={styles.plan}>
      {plan.text_content.map(({ text, evidence }, index) => (
        <li key={`text ${index}`}>
          <p className={styles.words}>{text}</p>
          <EvidenceChips ids={evidence} chain={chain} beforeSeq={beforeSeq} />
        </li>
      ))}
      {plan.items.map(({ modality, content, tool, evidence }, index) => (
        <li key={`item ${index}`}>
          <p className={styles.words}>
            <b>{modality}</b> by <code>{tool}</code>: {content}
          </p>
          <EvidenceChips ids={evidence} chain={chain} beforeSeq={beforeSeq} />
        </li>
      ))}
    </ul>
  );
}

/** A text as it is, also what cannot be seen in it. */
export function Raw({ label, text }: { readonly label: string; readonly text: string }) {
  return (
    <div>
      <h4>{label}</h4>
      <pre className={styles.raw} tabIndex={0} aria-label={label}>
        <VisibleText text={text} />
      </pre>
    </div>
  );
}
