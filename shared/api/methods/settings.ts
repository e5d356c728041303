// What is set for a project, and the endpoints.
import { z } from 'zod';
import {
  EndpointKey,
  EndpointSettings,
  EndpointTest,
  KeyPlace,
  StoredKeyName,
} from '../../model/endpoint.ts';
import { Prompt, PromptId } from '../../model/judge.ts';
import { ProjectSettings } from '../../model/settings.ts';
import { Done, None, command, query } from './define.ts';

export const settingsMethods = {
  /** What is kept with the project, and for each endpoint whether its key can be found. */
  'settings.get': query(
    None,
    z.object({ settings: ProjectSettings, keys: z.partialRecord(EndpointKey, KeyPlace) }),
  ),

  /** Replaces them all. */
  'settings.save': command(z.object({ settings: ProjectSettings }), Done),
  'prompts.list': query(None, z.object({ prompts: z.array(Prompt) })),

  /** Without a text, or with the shipped one, the shipped one holds again. */
  'prompts.save': command(
    z.object({ id: PromptId, text: z.string().max(100_000).optional() }),
    z.object({ prompt: Prompt }),
  ),

  /** Really asks; costs some hundred tokens, of a generator one small item. Works without an open project. */
  'endpoints.test': query(
    z.object({ role: EndpointKey, settings: EndpointSettings }),
    z.object({ test: EndpointTest }),
  ),

  /** Names only; no method gives or takes a key. */
  'keys.list': query(
    None,
    z.object({
      /** Environment variables that are set and whose name sounds like a key. */
      environment: z.array(z.string()),
      stored: z.array(z.string()),
      /** False where the host has no key store that encrypts. */
      canStore: z.boolean(),
    }),
  ),

  /** The host takes the key from the clipboard, keeps it encrypted, and empties the clipboard. */
  'keys.saveFromClipboard': command(z.object({ name: StoredKeyName }), Done),
  'keys.remove': command(z.object({ name: StoredKeyName }), Done),
} as const;
