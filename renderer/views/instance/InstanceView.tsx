import { useEffect, useMemo } from 'react';
import { Button } from '../../components/button/Button.tsx';
import { ErrorText } from '../../components/error-text/ErrorText.tsx';
import { latest } from '../../stores/async-data.ts';
import { loadHumanRatings } from '../../stores/human-ratings-store.ts';
import { loadInstance, prefetchInstance, useInstance } from '../../stores/instance-store.ts';
import { useMetrics, useModelNames } from '../../stores/models-store.ts';
import { loadPosition, useNeighbours } from '../../stores/position-store.ts';
import { navigate, useRoute } from '../../stores/route-store.ts';
import { AnnotationLayer } from './annotations/AnnotationLayer.tsx';
import { columnsOf } from './columns.ts';
import { InstanceBar } from './InstanceBar.tsx';
import { InstanceColumns } from './InstanceColumns.tsx';
import styles from './InstanceView.module.css';
import { PictureState } from './picture/PictureState.tsx';
import { SearchHits } from './search-hits/SearchHits.tsx';
import { useInstanceActions } from './use-instance-actions.ts';
import { useLayout } from './use-layout.ts';

/** One instance: task, reference and the chosen models' responses side by side, with their scores. */
export function InstanceView() {
  const key = useRoute((route) => route.key);
  const filter = useRoute((route) => route.filter);
  const sort = useRoute((route) => route.sort);
  const models = useModelNames();
  const metrics = useMetrics();
  const state = useInstance();
  const instance = latest(state);
  const neighbours = useNeighbours();
  const controls = useLayout();
  useInstanceActions(instance, models, controls);
  const columns = useMemo(
    () => (instance === undefined ? [] : columnsOf(instance, models)),
    [instance, models],
  );

  useEffect(() => {
    if (key !== undefined) void loadInstance(key, models);
  }, [key, models]);
  useEffect(() => {
    if (key !== undefined) void loadPosition({ filter, sort, models }, key);
  }, [key, filter, sort, models]);
  useEffect(() => {
    for (const near of [neighbours?.next, neighbours?.previous])
      if (near !== undefined) {
        prefetchInstance(near, models);
        loadHumanRatings(near);
      }
  }, [neighbours, models]);

  if (state.status === 'failed')
    return (
      <div className={styles.state}>
        <ErrorText
          error={state.error}
          actions={
            <Button onClick={() => navigate({ screen: 'instances' })}>Back to the table</Button>
          }
        />
      </div>
    );
  if (instance === undefined)
    return <div className={styles.state} aria-busy="true" aria-label="Loading the instance" />;
  return (
    <div className={styles.view} data-whole-root aria-busy={state.status === 'loading'}>
      <h1 className="visually-hidden">{instance.key}</h1>
      <InstanceBar
        instance={instance}
        columns={columns}
        position={neighbours}
        controls={controls}
      />
      <PictureState instanceKey={instance.key} />
      <SearchHits columns={columns} />
      <AnnotationLayer instance={instance} columns={columns}>
        <InstanceColumns
          instance={instance}
          columns={columns}
          metrics={metrics}
          controls={controls}
        />
      </AnnotationLayer>
    </div>
  );
}
