-- Terms are versioned and never changed: what somebody agreed to can be read for ever. Each version stands in each language.
create table terms (
    version      integer     not null constraint terms_version_positive check (version >= 1),
    language     text        not null constraint terms_language_known check (language in ('en', 'ja')),
    body         text        not null constraint terms_body_given check (body <> ''),
    published_at timestamptz not null,
    primary key (version, language)
);

-- PAGE: agreed on the page; API: a program's first prompt counts as agreement.
alter table voter
    add column terms_version integer,
    add column terms_agreed_at timestamptz,
    add column terms_agreed_by text constraint voter_agreed_by_known check (terms_agreed_by in ('PAGE', 'API')),
    add constraint voter_agreed_wholly
        check ((terms_version is null) = (terms_agreed_at is null) and (terms_version is null) = (terms_agreed_by is null));

-- A link to a judged battle that its voter chose to show.
create table battle_share (
    battle_id  uuid        primary key constraint battle_share_battle references battle,
    token      text        not null constraint battle_share_token_unique unique,
    created_at timestamptz not null
);

-- What a voter wants the admin to look at: one flag for each side of a battle, the newest reason counts.
create table answer_flag (
    battle_id  uuid        not null constraint answer_flag_battle references battle,
    side       text        not null constraint answer_flag_side_known check (side in ('A', 'B')),
    turn       integer     not null,
    reason     text        not null,
    flagged_at timestamptz not null,
    primary key (battle_id, side)
);
create index answer_flag_newest on answer_flag (flagged_at desc);

insert into terms (version, language, body, published_at) values (1, 'en', $terms$
## What you agree to

**No personal data.** Please write nothing into a prompt that tells who you or somebody else is: no names of private people, no addresses, no health or account data. The prompt goes to the operators of two models.

**What is stored.** Your prompts, the answers, your vote with its reasons and comment, and the time. Your browser keeps a random number in a cookie, so that your battles can be found again; there is no account, and your network address is not stored with them.

**What is published.** Every vote becomes an anonymous entry of a public vote log: the two models, the outcome, the categories, figures about the form of the answers such as their length, and the time to the second. Prompts and answers are not in it. A battle is shown to others only where you share its link.

**What the people who run this arena may do.** They may read conversations to find abuse and faults, and may leave votes out of the ratings, giving the reason in the log.

**Deleting.** On the page "My battles" you can delete all of your data at any time. Prompts, answers, comments and everything that links entries to you are erased then. The anonymous entries of the vote log stay, since others must be able to check the ratings.

**No promise of truth.** Models make mistakes. Please check what matters before you rely on it.
$terms$, now()), (1, 'ja', $terms$
## 同意していただく内容

**個人情報は入力しないでください。** ご自身やほかの人が特定できる内容（個人名、住所、健康状態、口座情報など）をプロンプトに書かないでください。プロンプトは2つのモデルの運営元に送られます。

**保存するもの。** プロンプト、回答、投票とその理由・コメント、日時を保存します。対戦の履歴を表示できるように、ブラウザーの Cookie に無作為な番号を保存します。アカウントはありません。ネットワークアドレスを対戦とともに保存することもありません。

**公開するもの。** 投票は、公開の投票ログに匿名の項目として記録されます。含まれるのは、2つのモデル、結果、カテゴリー、回答の長さなど形式に関する数値、秒単位の時刻です。プロンプトと回答は含まれません。対戦がほかの人に見えるのは、ご自身でリンクを共有した場合だけです。

**運営者が行うこと。** 不正や不具合を調べるために会話を読むことがあります。また、投票を集計から除くことがあり、その理由はログに記録されます。

**削除。** 「自分の対戦」のページで、いつでもすべてのデータを削除できます。プロンプト、回答、コメント、およびご自身と結び付く情報は消去されます。投票ログの匿名の項目は、誰でも集計を確かめられるように残ります。

**正確さは保証されません。** モデルは間違えることがあります。大切なことは、ご自身で確かめてください。
$terms$, now());
