/** Stands for the variant that a row is about: the harness puts `variant-processes`, `-threads` or `-manager` here. */
export * from './variant-processes';
