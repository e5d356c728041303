import {
  AudioLines,
  Box,
  CodeXml,
  FileText,
  Film,
  Image,
  Type,
  type LucideIcon,
} from 'lucide-react';
import type { ModalityId } from '../../../shared/model/modality.ts';

export const MODALITY_ICONS: Readonly<Record<ModalityId, LucideIcon>> = {
  text: Type,
  image: Image,
  audio: AudioLines,
  video: Film,
  document: FileText,
  code: CodeXml,
  threeD: Box,
};
