import { file, type InstanceSpec } from '../build/spec.ts';
import { writeDocx, type Block } from '../paper/docx.ts';

const oldClause: Block[] = [
  { kind: 'title', text: 'Rental agreement for equipment' },
  { kind: 'heading', text: '7. Liability and return' },
  {
    kind: 'paragraph',
    text: '7.1 The Customer shall return the equipment in the state in which it was received. The Customer is liable for **any deterioration whatsoever**, including ordinary wear.',
  },
  {
    kind: 'paragraph',
    text: '7.2 The Provider may deduct the cost of repair from the deposit at its own discretion and without prior notice.',
  },
  { kind: 'paragraph', text: '7.3 Claims of the Customer expire seven days after the return.' },
];

const newClause: Block[] = [
  { kind: 'title', text: 'Rental agreement for equipment' },
  { kind: 'heading', text: '7. Liability and return (revised)' },
  {
    kind: 'paragraph',
    text: '7.1 The Customer shall return the equipment in the state in which it was received, **fair wear and tear excepted**. The Customer is liable for damage caused by intent or negligence.',
  },
  {
    kind: 'paragraph',
    text: '7.2 The Provider shall list any defect in a return report within **ten days** and attach evidence. Only the documented and reasonable cost of repair may be deducted from the deposit.',
  },
  {
    kind: 'paragraph',
    text: '7.3 Claims of either party expire **six months** after the return; claims arising from intent are not affected.',
  },
  { kind: 'heading', text: 'Summary of changes' },
  {
    kind: 'table',
    rows: [
      ['Clause', 'Before', 'After'],
      ['7.1', 'any deterioration', 'damage by intent or negligence'],
      ['7.2', 'deduction at discretion', 'reported within ten days, documented'],
      ['7.3', 'seven days, Customer only', 'six months, both parties'],
    ],
  },
];

const clause: InstanceSpec = {
  field: 'social_science',
  folder: '12_law',
  id: '0021',
  difficulty: 3,
  capabilities: ['C4', 'C5', 'C7'],
  input: {
    content:
      'Clause 7 of the agreement in <document1> is one-sided. Revise it so that both parties are treated fairly, keep its numbering, and add a table that sets the old wording against the new. Return the revised clause as one document.',
    items: {
      document1: file('docx', 'Clause 7 of a rental agreement, one-sided', () =>
        writeDocx(oldClause),
      ),
    },
  },
  output: {
    content:
      'The revision limits liability to fault, makes deductions subject to a documented report, and gives both parties the same period: <document2> Ordinary wear is excepted, since the rent already pays for it.',
    items: {
      document2: file(
        'docx',
        'Revised clause 7 with liability for fault only, a return report within ten days, six months for both parties, and a table of changes',
        () => writeDocx(newClause),
      ),
    },
  },
  answers: {
    aria: {
      content:
        'Clause 7 now depends on fault, asks for evidence and treats both sides alike. <document2>',
      items: {
        document2: file('docx', 'Revised clause 7 with three paragraphs and a short table', () =>
          writeDocx([
            ...newClause.slice(0, 4),
            {
              kind: 'paragraph',
              text: '7.3 Claims of either party expire **three months** after the return.',
            },
            ...newClause.slice(5),
          ]),
        ),
      },
      scores: { sc: 4, hc: 5, sh: 5, gq: { document2: 86 } },
    },
    polyglot: {
      content:
        '<document2> I made the clause stricter: the customer now pays for all damage within three days, because the provider bears the risk.',
      items: {
        document2: file(
          'md',
          'A clause in Markdown that makes the customer pay for everything',
          () =>
            Buffer.from(
              '# Clause 7\n\n1. The customer pays for **all** damage within 3 days.\n2. The deposit is kept.\n\n| Clause | Before | After |\n| --- | --- | --- |\n| 7.1 | any deterioration | all damage |\n',
            ),
        ),
      },
      scores: { sc: 1, hc: 2, sh: 3, gq: { document2: 37 } },
    },
  },
};

/** Law of the demo. */
export const law: readonly InstanceSpec[] = [clause];
