import { lazy, Suspense, useCallback, useState, type ReactNode } from 'react';
import { chooseNatively, listFiles, useHost } from '../stores/host-store.ts';

const FolderBrowser = lazy(async () => ({
  default: (await import('../components/folder-browser/FolderBrowser.tsx')).FolderBrowser,
}));

interface Question {
  readonly title: string;
  readonly kind: 'folder' | 'any';
  readonly onChoose: (paths: readonly string[]) => void;
}

/**
 * Asks for a path: by the system's dialog where the host has one, else by a folder browser, which the
 * caller draws (`dialog`).
 */
export function usePathChooser(): {
  readonly ask: (question: Question) => void;
  readonly dialog: ReactNode;
} {
  const isNative = useHost()?.capabilities.nativeDialogs === true;
  const [question, setQuestion] = useState<Question>();
  const ask = useCallback(
    (next: Question) => {
      if (!isNative) {
        setQuestion(next);
        return;
      }
      void chooseNatively({ title: next.title, kind: next.kind }).then((paths) => {
        if (paths.length > 0) next.onChoose(paths);
      });
    },
    [isNative],
  );
  const dialog =
    question === undefined ? null : (
      <Suspense fallback={null}>
        <FolderBrowser
          title={question.title}
          kind={question.kind}
          list={listFiles}
          onClose={() => setQuestion(undefined)}
          onChoose={(path) => {
            setQuestion(undefined);
            question.onChoose([path]);
          }}
        />
      </Suspense>
    );
  return { ask, dialog };
}
