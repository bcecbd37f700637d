import { IconPackageImport } from '@tabler/icons-react';
import { type DragEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { usePackageOpening } from '../opening';
import { useWorkspace } from '../workspace';
import classes from './FileDrop.module.css';

/** Files can be dropped anywhere on the window; only their handles reach the page. */
export function FileDrop(props: { readonly children: ReactNode }) {
  const { t } = useTranslation(['common', 'spreadsheets']);
  const { receive } = usePackageOpening();
  const { role } = useWorkspace();
  const [hovering, setHovering] = useState<'no' | 'yes'>('no');
  const bringsFiles = (event: DragEvent) => event.dataTransfer.types.includes('Files');
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is a second way, the button and Ctrl+K are the first
    <div
      className={classes.area}
      onDragOver={(event) => {
        if (!bringsFiles(event)) return;
        // What lies under the file takes it for itself (attachments of a sheet).
        setHovering(event.defaultPrevented ? 'no' : 'yes');
        event.preventDefault();
      }}
      onDragLeave={(event) => {
        if (event.relatedTarget === null) setHovering('no');
      }}
      onDrop={(event) => {
        setHovering('no');
        if (!bringsFiles(event) || event.defaultPrevented) return;
        event.preventDefault();
        void window.concertation.handlesOf([...event.dataTransfer.files]).then(receive);
      }}
    >
      {props.children}
      {hovering === 'yes' && (
        <div className={classes.veil}>
          <div className={classes.sentence}>
            <IconPackageImport /> {role === 'committee' ? t('spreadsheets:drop') : t('drop.packages')}
          </div>
        </div>
      )}
    </div>
  );
}
