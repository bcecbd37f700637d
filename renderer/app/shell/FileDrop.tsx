import { IconPackageImport } from '@tabler/icons-react';
import { type DragEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { usePackageOpening } from '../opening';
import classes from './FileDrop.module.css';

/** Package files can be dropped anywhere on the window; only their handles reach the page. */
export function FileDrop(props: { readonly children: ReactNode }) {
  const { t } = useTranslation();
  const { open } = usePackageOpening();
  const [hovering, setHovering] = useState<'no' | 'yes'>('no');
  const bringsFiles = (event: DragEvent) => event.dataTransfer.types.includes('Files');
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is a second way, the button and Ctrl+K are the first
    <div
      className={classes.area}
      onDragOver={(event) => {
        if (!bringsFiles(event)) return;
        event.preventDefault();
        setHovering('yes');
      }}
      onDragLeave={(event) => {
        if (event.relatedTarget === null) setHovering('no');
      }}
      onDrop={(event) => {
        if (!bringsFiles(event)) return;
        event.preventDefault();
        setHovering('no');
        void window.concertation.handlesOf([...event.dataTransfer.files]).then(open);
      }}
    >
      {props.children}
      {hovering === 'yes' && (
        <div className={classes.veil}>
          <div className={classes.sentence}>
            <IconPackageImport /> {t('drop.packages')}
          </div>
        </div>
      )}
    </div>
  );
}
