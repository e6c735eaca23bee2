-- Why an execution failed, in whole: Spring Batch keeps the first 2,500 characters of a stack trace, which end before the root.
alter table ops.load_execution add column causes text[];
comment on column ops.load_execution.causes is 'Why it failed, the root cause first; null when it did not fail';
