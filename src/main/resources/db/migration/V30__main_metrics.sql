-- The main metric of a scenario doesn't hang on which metric of other scenarios came first. Null: the first of the
-- benchmark's metrics, as in the benchmarks that this arena defines itself.
alter table benchmark_scenario
    add column main_metric text constraint benchmark_scenario_main_metric_given check (main_metric <> '');
update benchmark_scenario scenario set main_metric = first.metric
    from (select distinct on (benchmark_id, scenario) benchmark_id, scenario, metric from benchmark_result
          where metric not in ('prompt_truncated', 'bypass')
          order by benchmark_id, scenario, metric like '%@valid', metric like '%@train', id) first
    join benchmark on benchmark.id = first.benchmark_id and slug not in ('mt-bench', 'mmlu')
    where scenario.benchmark_id = first.benchmark_id and scenario.name = first.scenario;

-- The harness says so of these; its files of version 0.3 don't.
update benchmark_metric metric set higher_is_better = false from benchmark
    where benchmark.id = benchmark_id and slug = 'lm-eval'
    and split_part(metric.name, ',', 1) in ('likelihood_diff', 'likelihood_difference', 'pct_stereotype');
