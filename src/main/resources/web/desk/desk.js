
// Sends the desk's forms as JSON. A form says in data attributes where to and what follows; answers are put in as text only.
const words = document.getElementById('words')?.dataset ?? {};
const lines = text => text.split('\n').map(line => line.trim()).filter(Boolean);

/** What a field means; undefined leaves it out of the call, null takes a value away. */
const readers = {
    flag: field => field.value === 'true',
    check: field => field.checked,
    clear: field => field.value.trim() === '' ? null : field.value,
    list: field => lines(field.value),
    pick: field => field.checked ? field.value : undefined,
    json: field => JSON.parse(field.value.trim() || '{}'),
    number: field => field.value === '' ? null : Number(field.value),
    time: field => field.value === '' ? null : new Date(field.value).toISOString(),
};

function read(field) {
    const reader = readers[field.dataset.type];
    return reader ? reader(field) : field.value === '' ? undefined : field.value;
}

function put(values, name, value) {
    const [first, second] = name.split('.');
    if (second) {
        values[first] = { ...values[first], [second]: value };
    } else {
        values[first] = value;
    }
}

function body(form) {
    const values = {};
    for (const field of form.querySelectorAll(':is(input, select, textarea)[name]')) {
        // Only what was touched is changed: what another admin did in the meantime stays.
        if (field.closest('[hidden]') || 'changes' in form.dataset && field.dataset.was === shownValue(field)) {
            continue;
        }
        const value = read(field);
        if (value !== undefined) {
            // Fields of one name that are picked make a list.
            put(values, field.name, field.dataset.type === 'pick' ? [...values[field.name] ?? [], value] : value);
        }
    }
    if ('token' in form.dataset) {
        values.token = new URLSearchParams(location.search).get('token') ?? '';
    }
    return values;
}

const shownValue = field => field.type === 'checkbox' ? String(field.checked) : field.value;

const shown = {
    test: result => result.ok ? `✓ ${result.firstTokenMillis} / ${result.totalMillis} ms: ${result.text}` : `✗ ${result.error}`,
    moderation: (result, outcome) => result.ok
        ? `✓ ${result.millis} ms: ${result.flagged ? outcome.dataset.flagged : outcome.dataset.clean} ${result.categories.join(', ')}`
        : `✗ ${result.error}`,
    category: (result, outcome) => `${outcome.dataset.into}: ${result.categories.join(', ')}. `
        + (result.matches === null ? '' : outcome.dataset[result.matches ? 'finds' : 'misses']),
    secrets: (result, outcome) => `${outcome.dataset.prefix} ${result.secrets}`,
};

async function call(method, to, values) {
    const request = { method };
    if (Object.keys(values).length > 0) {
        request.headers = { 'Content-Type': 'application/json' };
        request.body = JSON.stringify(values);
    }
    const answer = await fetch(to, request).catch(() => { throw new Error(words.lost); });
    if (!answer.ok) {
        const problem = await answer.json().catch(() => ({}));
        throw Object.assign(new Error(problem.detail ?? `${answer.status}`), { fields: problem.violations ?? [] });
    }
    return answer.status === 204 ? {} : answer.json().catch(() => ({}));
}

function mark(form, fields) {
    for (const field of form.querySelectorAll('[aria-invalid]')) {
        field.removeAttribute('aria-invalid');
    }
    for (const { field } of fields) {
        const wrong = [...form.elements].find(element => element.name === field);
        wrong?.closest('details')?.setAttribute('open', '');
        wrong?.setAttribute('aria-invalid', 'true');
        wrong?.focus();
    }
}

function offer(list, models) {
    list.replaceChildren(...models.map(model => {
        const item = document.createElement('li');
        const name = document.createElement('span');
        name.textContent = `${model.modelId} · ${model.baseUrl}`;
        const button = document.createElement('button');
        button.textContent = words.add;
        button.setAttribute('aria-label', `${words.add}: ${model.modelId}`);
        button.addEventListener('click', async () => {
            button.disabled = true;
            try {
                await call('POST', '/api/admin/models', { ...model, protocol: 'openai', name: model.modelId, slug: slug(model.modelId) });
                name.textContent = `${words.added}: ${model.modelId}`;
                button.remove();
            } catch (error) {
                button.disabled = false;
                name.textContent = `${model.modelId}: ${error.message}`;
            }
        });
        item.append(name, ' ', button);
        return item;
    }));
}

const slug = name => name.toLowerCase().replace(/[^a-z0-9._-]+/g, '-').replace(/^[^a-z0-9]+|[^a-z0-9]+$/g, '').slice(0, 100);

async function send(form, outcome) {
    const result = await call(form.dataset.send, form.dataset.to, body(form));
    mark(form, []);
    if ('show' in form.dataset) {
        return shown[form.dataset.show](result, outcome);
    }
    if ('offer' in form.dataset) {
        offer(document.getElementById(form.dataset.offer), result.models);
        return result.models.length === 0 ? words.nothing : '';
    }
    if ('saved' in form.dataset) {
        remember(form);
        return words.saved;
    }
    location.assign('follow' in form.dataset ? result.page : form.dataset.then || location.href);
    return '';
}

function remember(form) {
    for (const field of form.querySelectorAll('[name]')) {
        field.dataset.was = shownValue(field);
    }
}

/** What the server below the form's base URL offers becomes what its model field suggests. */
async function list(button, form) {
    const told = document.getElementById('listed');
    button.disabled = true;
    told.textContent = words.working;
    try {
        const { baseUrl, apiKey } = form.elements;
        const { models } = await call('POST', '/api/admin/discovery', { baseUrl: baseUrl.value, apiKey: apiKey.value });
        document.getElementById('offered').replaceChildren(...models.map(model => new Option(model.modelId, model.modelId)));
        told.textContent = models.map(model => model.modelId).slice(0, 5).join(', ') || words.nothing;
        form.elements.modelId.value ||= models[0]?.modelId ?? '';
    } catch (error) {
        told.textContent = error.message;
    } finally {
        button.disabled = false;
    }
}

/** Fields and hints that only some protocols have. */
function fit(select) {
    for (const part of select.form.querySelectorAll('[data-for]')) {
        part.hidden = !part.dataset.for.split(' ').includes(select.value);
    }
    select.form.elements.baseUrl.required = select.value === 'openai';
}

/** A time as a field of this browser's own zone shows it. */
function local(time) {
    const date = new Date(time);
    return new Date(date.getTime() - date.getTimezoneOffset() * 60000).toISOString().slice(0, 16);
}

for (const field of document.querySelectorAll('[data-time]')) {
    field.value = field.dataset.time ? local(field.dataset.time) : '';
}
for (const time of document.querySelectorAll('main time')) {
    time.textContent = new Date(time.dateTime).toLocaleString(document.documentElement.lang);
}
const protocol = document.querySelector('#add-model [name=protocol]');
if (protocol) {
    protocol.addEventListener('change', () => fit(protocol));
    fit(protocol);
    document.getElementById('list-models').addEventListener('click', event => list(event.target, protocol.form));
}
for (const form of document.querySelectorAll('form[data-send]')) {
    remember(form);
    form.addEventListener('submit', async event => {
        event.preventDefault();
        if (form.dataset.confirm && !confirm(form.dataset.confirm)) {
            return;
        }
        const button = form.querySelector('button[type=submit]');
        const outcome = form.querySelector('.outcome');
        button.disabled = true;
        outcome.textContent = words.working ?? '…';
        outcome.classList.remove('error');
        try {
            outcome.textContent = await send(form, outcome);
        } catch (error) {
            outcome.textContent = error.message;
            outcome.classList.add('error');
            mark(form, error.fields ?? []);
        } finally {
            button.disabled = false;
        }
    });
}
