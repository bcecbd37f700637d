export * from './changes';
export * from './consolidation';
export * from './duplicates';
export * from './imports';
export * from './members';
export * from './packages';
export * from './quarter';
export * from './workspace';
