import styles from './SearchHelp.module.css';

const EXAMPLES = [
  ['weak acid', 'both words, anywhere, in any order'],
  ['"weak acid"', 'the phrase as it stands'],
  ['titrat*', 'words that begin so'],
  ['acid -strong', 'the first, without the second'],
  ['acid OR base', 'one of the two'],
] as const;

/** What can be typed into the search box. */
export function SearchHelp() {
  return (
    <div className={styles.help}>
      <h3>Search looks in task, reference, responses and captions</h3>
      <dl>
        {EXAMPLES.map(([example, meaning]) => (
          <div key={example}>
            <dt>
              <code>{example}</code>
            </dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
