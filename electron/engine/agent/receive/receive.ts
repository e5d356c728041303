// The receiving module: every item of the task becomes words, made for this task. Text passes as it is.
import type { Evidence } from '../../../../shared/model/agent.ts';
import type { ChainHands, ChainTask, TaskItem } from '../define.ts';
import { sha256, type Journal } from '../journal.ts';

/** What the reasoning module is given: the task first, then its items in their order. */
export async function receive(
  task: ChainTask,
  hands: ChainHands,
  journal: Journal,
): Promise<Evidence[]> {
  const isForTask = !task.ablate.includes('tcdc');
  const items = await Promise.all(
    task.items.map((item) => receiveItem(task, item, isForTask, hands, journal)),
  );
  return [{ id: 'task', kind: 'task', text: task.content }, ...items];
}

async function receiveItem(
  task: ChainTask,
  item: TaskItem,
  isForTask: boolean,
  hands: ChainHands,
  journal: Journal,
): Promise<Evidence> {
  const node = `receive/${item.tag}`;
  const head = { node, step: 'caption', round: 0, tag: item.tag, given: ['task'] } as const;
  const found = await hands.captionOf(item, task.content, isForTask);
  const evidence = (text: string): Evidence => ({
    id: `input:${item.tag}`,
    kind: 'caption',
    tag: item.tag,
    node,
    text,
  });
  if (found.kind === 'ask') {
    const question = { ...found.question, repeat: hands.repeat };
    const read = (text: string) => ({ used: ['task'], gives: [evidence(text)], result: text });
    const end = await journal.ask(head, { question, prompt: found.prompt }, read);
    return end.gives[0] ?? evidence('');
  }
  const text = found.kind === 'text' ? found.text : `(no description: ${found.message})`;
  const end = await journal.node(head, sha256(text), () =>
    Promise.resolve({
      status: 'skipped',
      gives: [evidence(text)],
      problem:
        found.kind === 'text'
          ? { code: 'text', message: 'It is text and passes as it is.' }
          : { code: 'no-caption', message: found.message },
    }),
  );
  return end.gives[0] ?? evidence(text);
}
