-- Six scripted text generators, so that the whole way can be seen without a model endpoint.
with demo (slug, name) as (values
    ('demo-yokozuna', 'Demo Yokozuna'), ('demo-ozeki', 'Demo Ozeki'), ('demo-sekiwake', 'Demo Sekiwake'),
    ('demo-komusubi', 'Demo Komusubi'), ('demo-maegashira', 'Demo Maegashira'), ('demo-jonokuchi', 'Demo Jonokuchi')
), added as (
    insert into model (slug, name, organization, license, open_weights, protocol, weight, enabled, created_at)
    select slug, name, 'Dohyo (scripted demo)', 'Apache-2.0', true, 'demo', 1, true, now() from demo
    returning id, slug
)
insert into model_revision (model_id, revision, endpoint_model, created_at)
select id, 1, slug, now() from added;
