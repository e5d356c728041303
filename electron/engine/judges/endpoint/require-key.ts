import type { EndpointSettings } from '../../../../shared/model/endpoint.ts';
import type { KeyRing } from '../define.ts';

/**
 * Sees to it that a key which the settings name is there, before anything is asked.
 *
 * @throws what `refuse` makes of the reason
 */
export function requireKey(
  settings: EndpointSettings,
  keys: KeyRing,
  refuse: (why: string) => Error,
): void {
  const { apiKeyEnv, apiKeyStored } = settings;
  if (apiKeyEnv === undefined && apiKeyStored === undefined) return;
  const key = keys.find(settings);
  const places = [
    ...(apiKeyEnv === undefined ? [] : [`environment variable "${apiKeyEnv}"`]),
    ...(apiKeyStored === undefined ? [] : [`key store entry "${apiKeyStored}"`]),
  ].join(' nor in ');
  if (key === undefined)
    throw refuse(`there is no key in ${places}. Set it, or name another place`);
  if (!/^[\x21-\x7e]+$/.test(key)) {
    throw refuse(`the key in ${places} holds spaces or letters that no key has. Set it anew`);
  }
}
