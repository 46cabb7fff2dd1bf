-- Each benchmark that can be run is one bean, so its name is no longer the schema's concern.
alter table question_set drop constraint question_set_benchmark_known;
alter table benchmark_run drop constraint benchmark_run_judged;

-- The newest result of each model in each scenario and metric. One on this arena's own questions, which are not the
-- benchmark's original, counts only where there is no other.
create view benchmark_newest_result as
select distinct on (benchmark_id, model_id, scenario, metric)
    id, benchmark_id, model_id, scenario, metric, value, standard_error, n, source, settings, measured_at
from benchmark_result
order by benchmark_id, model_id, scenario, metric, coalesce(settings ->> 'ownQuestions', 'false'), measured_at desc, id desc;

