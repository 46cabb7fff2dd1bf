// Sends the desk's forms as JSON. A form says in data attributes where to and what follows; answers are put in as text only.
function body(form) {
    const values = {};
    for (const field of form.querySelectorAll('input[name]')) {
        if (field.value !== '') {
            values[field.name] = field.dataset.type === 'flag' ? field.value === 'true' : field.value;
        }
    }
    if ('token' in form.dataset) {
        values.token = new URLSearchParams(location.search).get('token') ?? '';
    }
    return values;
}

function shown(result) {
    return result.ok ? `✓ ${result.totalMillis} ms: ${result.text}` : `✗ ${result.error}`;
}

async function send(form) {
    const values = body(form);
    const call = { method: form.dataset.send };
    if (Object.keys(values).length > 0) {
        call.headers = { 'Content-Type': 'application/json' };
        call.body = JSON.stringify(values);
    }
    const answer = await fetch(form.dataset.to, call);
    if (!answer.ok) {
        const problem = await answer.json().catch(() => ({}));
        throw new Error(problem.detail ?? `${answer.status}`);
    }
    if ('show' in form.dataset) {
        return shown(await answer.json());
    }
    location.assign(form.dataset.then);
    return '';
}

for (const form of document.querySelectorAll('form[data-send]')) {
    form.addEventListener('submit', async event => {
        event.preventDefault();
        const button = form.querySelector('button');
        const outcome = form.querySelector('.outcome');
        button.disabled = true;
        outcome.textContent = '…';
        try {
            outcome.textContent = await send(form);
        } catch (error) {
            outcome.textContent = error.message;
        } finally {
            button.disabled = false;
        }
    });
}
