package org.dohyo.project.quality;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.core.Response.Status;

import org.dohyo.account.Audit;
import org.dohyo.project.ProblemMessages;
import org.dohyo.project.Project;
import org.dohyo.project.ProjectRefusal;
import org.dohyo.project.content.AnsweringModel;
import org.dohyo.project.content.BlindAnswers;
import org.dohyo.project.content.ContentFile;
import org.dohyo.project.content.ContentUpload;
import org.dohyo.project.content.Prompt;
import org.dohyo.project.content.RecordedAnswer;
import org.dohyo.project.content.UploadFormat;
import org.dohyo.project.content.UploadMessages;
import org.dohyo.project.content.UploadSheet;
import org.dohyo.project.log.LogSizes;
import org.dohyo.project.people.ProjectAccess;
import org.dohyo.project.queue.Item;
import org.dohyo.support.Problem;
import org.dohyo.web.Refusal;

/**
 * Marks items whose answer is known. Every annotator gets them among the others, and they count nowhere; a pair that
 * isn't planned becomes an item of the plan.
 */
@ApplicationScoped
public class GoldItems {

    /** More would leave little to judge. */
    static final int MOST = 1000;

    private final ProjectAccess access;
    private final Project.Repository projects;
    private final Prompt.Repository prompts;
    private final AnsweringModel.Repository models;
    private final RecordedAnswer.Repository answers;
    private final BlindAnswers blind;
    private final Item.Repository items;
    private final LogSizes logs;
    private final Audit audit;

    GoldItems(ProjectAccess access, Project.Repository projects, Prompt.Repository prompts,
            AnsweringModel.Repository models, RecordedAnswer.Repository answers, BlindAnswers blind,
            Item.Repository items, LogSizes logs, Audit audit) {
        this.access = access;
        this.projects = projects;
        this.prompts = prompts;
        this.models = models;
        this.answers = answers;
        this.blind = blind;
        this.items = items;
        this.logs = logs;
        this.audit = audit;
    }

    /** Why a record can't be stored: the wrong field, and a reason that continues a sentence with it. */
    private record Wrong(String field, Function<UploadMessages, String> reason) {
    }

    private record Pair(long prompt, long modelA, long modelB) {

        static Pair of(long prompt, long one, long other) {
            return new Pair(prompt, Math.min(one, other), Math.max(one, other));
        }
    }

    /** @throws RuntimeException 400 naming a wrong field */
    @Transactional
    public void mark(String slug, String prompt, String first, String second, String gold, String who) {
        Project project = locked(slug);
        short known = GoldRecord.known(gold).orElseThrow(() -> wrong(new Wrong("gold", UploadMessages::noGold)));
        GoldRecord record = new GoldRecord(prompt, first, second, known);
        Marking marking = new Marking(project, List.of(record));
        marking.mark(record).ifPresent(wrong -> {
            throw wrong(wrong);
        });
        marking.store();
        audit.record(who, "mark-gold", "project:" + project.slug, null, record);
    }

    private static RuntimeException wrong(Wrong wrong) {
        return Refusal.by(UploadMessages.class,
                words -> Problem.field(Status.BAD_REQUEST, wrong.field, "body", wrong.reason.apply(words)));
    }

    /** @throws RuntimeException 422 with the invalid records, of which nothing is stored */
    @Transactional
    public ContentUpload.Report upload(String slug, UploadFormat format, InputStream body, String who)
            throws IOException {
        Project project = locked(slug);
        UploadSheet sheet = new UploadSheet();
        Map<Long, GoldRecord> read = new LinkedHashMap<>();
        new ContentFile(body, sheet, json -> {
            if (read.size() < MOST) {
                read.put(sheet.records(), GoldRecord.of(json));
            } else {
                sheet.wrong(words -> words.goldLimit(MOST));
            }
        }).read(format);
        Marking marking = new Marking(project, List.copyOf(read.values()));
        read.forEach((place, record) -> marking.mark(record)
                .ifPresent(wrong -> sheet.wrong(place,
                        words -> words.wrongField(wrong.field, wrong.reason.apply(words)))));
        sheet.requireSound();
        ContentUpload.Report report = new ContentUpload.Report(sheet.records(), marking.changed,
                read.size() - marking.changed, 0);
        marking.store();
        audit.record(who, "upload-gold", "project:" + project.slug, null, report);
        return report;
    }

    /** The item is an ordinary one again; what was judged before it was marked counts again. */
    @Transactional
    public void unmark(String slug, long itemId, String who) {
        Project project = access.ownOpen(slug);
        Item item = items.findByIdOptional(itemId).filter(one -> one.projectId == project.id && one.known != null)
                .orElseThrow(() -> ProjectRefusal.of(Status.NOT_FOUND, "unknown-item",
                        ProblemMessages::unknownGold));
        audit.record(who, "unmark-gold", "project:" + project.slug, Map.of("item", item.id), null);
        item.known = null;
        logs.outdateBoards(project.id);
    }

    private Project locked(String slug) {
        return projects.findById(access.ownOpen(slug).id, LockModeType.PESSIMISTIC_WRITE);
    }

    /** What one call marks; read at once, whatever the number of records. */
    private final class Marking {

        private final Project project;
        private final Map<String, Prompt> asked;
        private final Map<String, Long> named;
        private final Set<RecordedAnswer.Key> answered;
        private final Set<RecordedAnswer.Key> naming;
        private final Map<Pair, Item> planned = new HashMap<>();
        private final Set<Pair> seen = new HashSet<>();
        private final List<Item> added = new ArrayList<>();
        private long gold;
        private int changed;

        Marking(Project project, List<GoldRecord> records) {
            this.project = project;
            asked = prompts.list("projectId = ?1 and key in ?2", project.id,
                    records.stream().map(GoldRecord::prompt).distinct().toList()).stream()
                    .collect(Collectors.toMap(prompt -> prompt.key, Function.identity()));
            named = models.of(project.id).stream().collect(Collectors.toMap(model -> model.name, model -> model.id));
            List<Long> ids = asked.values().stream().map(prompt -> prompt.id).toList();
            answered = new HashSet<>(answers.present(ids));
            naming = blind.naming(project.id, ids);
            items.list("projectId = ?1 and promptId in ?2", project.id, ids)
                    .forEach(item -> planned.put(Pair.of(item.promptId, item.modelA, item.modelB), item));
            gold = items.count("projectId = ?1 and known is not null", project.id);
        }

        Optional<Wrong> mark(GoldRecord record) {
            Prompt prompt = asked.get(record.prompt());
            if (prompt == null) {
                return wrong("prompt", words -> words.noSuchPrompt(record.prompt()));
            }
            Long first = named.get(record.first());
            Long second = named.get(record.second());
            if (first == null || !answered.contains(new RecordedAnswer.Key(prompt.id, first))) {
                return wrong("modelA", words -> words.notAnswered(record.first()));
            }
            if (second == null || !answered.contains(new RecordedAnswer.Key(prompt.id, second))) {
                return wrong("modelB", words -> words.notAnswered(record.second()));
            }
            if (first.equals(second)) {
                return wrong("modelB", UploadMessages::sameModel);
            }
            Pair pair = Pair.of(prompt.id, first, second);
            if (!seen.add(pair)) {
                return wrong("prompt", UploadMessages::markedTwice);
            }
            if (!planned.containsKey(pair) && naming.contains(new RecordedAnswer.Key(prompt.id, first))) {
                return wrong("modelA", words -> words.namesItself(record.first()));
            }
            if (!planned.containsKey(pair) && naming.contains(new RecordedAnswer.Key(prompt.id, second))) {
                return wrong("modelB", words -> words.namesItself(record.second()));
            }
            Item item = planned.computeIfAbsent(pair, this::item);
            short known = (short) (first < second ? record.known() : -record.known());
            if (item.known == null && ++gold > MOST) {
                return wrong("prompt", words -> words.goldLimit(MOST));
            }
            changed += item.known == null || item.known != known ? 1 : 0;
            item.known = known;
            return Optional.empty();
        }

        private Optional<Wrong> wrong(String field, Function<UploadMessages, String> reason) {
            return Optional.of(new Wrong(field, reason));
        }

        private Item item(Pair pair) {
            Item item = new Item();
            item.projectId = project.id;
            item.promptId = pair.prompt();
            item.modelA = pair.modelA();
            item.modelB = pair.modelB();
            item.wanted = project.votesPerItem;
            added.add(item);
            return item;
        }

        void store() {
            int place = added.isEmpty() ? 0 : items.lastPlace(project.id);
            for (Item item : added) {
                item.place = ++place;
                items.persist(item);
            }
            logs.outdateBoards(project.id);
        }
    }
}
