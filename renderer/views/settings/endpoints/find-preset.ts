import {
  ENDPOINT_PRESETS,
  type EndpointPreset,
} from '../../../../shared/model/endpoint-presets.ts';

/** The preset whose address this is; undefined for any other. */
export function findPreset(baseUrl: string): EndpointPreset | undefined {
  return ENDPOINT_PRESETS.find(({ settings }) => settings.baseUrl === baseUrl.trim());
}
