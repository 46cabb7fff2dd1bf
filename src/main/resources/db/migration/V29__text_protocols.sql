-- Models without a chat template, and OpenAI's Responses interface.
alter table model drop constraint model_protocol_known;
alter table model
    add constraint model_protocol_known
        check (protocol in ('openai', 'responses', 'completions', 'tgi', 'anthropic', 'gemini', 'bedrock', 'sagemaker',
                            'demo'));
