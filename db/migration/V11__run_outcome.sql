-- A run says itself whether it is finished, so that Spring Batch's tables can be purged without a finished run coming back.
alter table ops.load_run add column outcome text;
alter table ops.load_run add constraint outcome_known check (outcome in ('completed', 'abandoned'));
comment on column ops.load_run.outcome is
    'completed: all its files are loaded; abandoned: given up by an operator; null while a load would resume it';

update ops.load_run r set outcome = lower(b.status)
from ops.load_execution e join batch.batch_job_execution b using (job_execution_id)
where e.run_id = r.run_id and b.status in ('COMPLETED', 'ABANDONED');
