// What the desktop host does with a message of a page, without Electron: check who sent it, check its
// shape, hand it to the engine. ipc-host.ts only connects it.
import { z } from 'zod';
import { IPC } from '../../shared/api/bridge.ts';
import type { WireReply } from '../../shared/api/errors.ts';
import type { Engine } from '../engine/index.ts';
import { isOwnPage } from './security/own-page.ts';

/** A message as it arrived; nothing of it is trusted. */
export interface IpcMessage {
  readonly channel: string;
  /** Address of the frame that sent it; undefined when the frame is already gone. */
  readonly senderUrl: string | undefined;
  /** False for a frame inside the page; none is ever made, hence none may speak. */
  readonly isMainFrame: boolean;
  readonly args: readonly unknown[];
}

const SendArgs = z.tuple([z.string().max(100), z.unknown()]);
const ChooseOptions = z.object({
  title: z.string().max(200),
  kind: z.enum(['folder', 'file', 'any']),
});
const ChooseArgs = z.tuple([ChooseOptions]);
export type ChooseOptions = z.infer<typeof ChooseOptions>;

export interface IpcHostCore {
  readonly send: (message: IpcMessage) => Promise<WireReply>;
  /** Resolves to no path when the message is refused. */
  readonly choosePaths: (message: IpcMessage) => Promise<string[]>;
}

export function createIpcHostCore(
  dispatch: Engine['dispatch'],
  askForPaths: (options: ChooseOptions) => Promise<string[]>,
): IpcHostCore {
  return {
    async send(message) {
      if (!mayCall(message))
        return refused('Cannot answer: the page that asks is not Loupe’s own.');
      const args = SendArgs.safeParse(message.args);
      if (!args.success || message.channel !== IPC.send) {
        return refused('Cannot answer: the message is not of the form "method, input".');
      }
      return dispatch(...args.data);
    },
    async choosePaths(message) {
      const args = ChooseArgs.safeParse(message.args);
      if (!mayCall(message) || !args.success || message.channel !== IPC.choosePaths) return [];
      return askForPaths(args.data[0]);
    },
  };
}

function mayCall({ senderUrl, isMainFrame }: IpcMessage): boolean {
  return isMainFrame && isOwnPage(senderUrl);
}

function refused(message: string): WireReply {
  return { ok: false, error: { code: 'bad-input', message } };
}
