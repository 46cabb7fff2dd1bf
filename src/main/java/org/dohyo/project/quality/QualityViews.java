package org.dohyo.project.quality;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import org.dohyo.project.Criterion;
import org.dohyo.project.Project;
import org.dohyo.project.content.AnsweringModel;
import org.dohyo.project.content.Prompt;
import org.dohyo.project.judgement.Preference;
import org.dohyo.project.people.Member;
import org.dohyo.project.people.ProjectAccess;
import org.dohyo.project.queue.Item;

import io.quarkus.narayana.jta.QuarkusTransaction;

/** Adds names to the figures: those of prompts, models and annotators, and what the owner has decided. */
@ApplicationScoped
public class QualityViews {

    private final ProjectAccess access;
    private final Quality quality;
    private final Item.Repository items;
    private final Prompt.Repository prompts;
    private final AnsweringModel.Repository models;
    private final Criterion.Repository criteria;
    private final Member.Repository members;
    private final Adjudication.Repository adjudications;
    private final StandingChange.Repository standings;

    QualityViews(ProjectAccess access, Quality quality, Item.Repository items, Prompt.Repository prompts,
            AnsweringModel.Repository models, Criterion.Repository criteria, Member.Repository members,
            Adjudication.Repository adjudications, StandingChange.Repository standings) {
        this.access = access;
        this.quality = quality;
        this.items = items;
        this.prompts = prompts;
        this.models = models;
        this.criteria = criteria;
        this.members = members;
        this.adjudications = adjudications;
        this.standings = standings;
    }

    /** @throws RuntimeException 404 unless the caller may read the project */
    public QualityView of(String slug) {
        Project project = access.read(slug).project();
        Kept.Answer<QualityReport> answer = quality.of(slug);
        QualityReport report = answer.figures() == null ? QualityReport.NONE : answer.figures();
        return QuarkusTransaction.requiringNew().call(() -> view(project, report, answer.pending()));
    }

    private QualityView view(Project project, QualityReport report, boolean pending) {
        List<Adjudication> decided = adjudications.of(project.id);
        List<Item> gold = items.gold(project.id);
        List<AnsweringModel> named = models.of(project.id);
        Map<Long, QualityView.Pair> pairs = pairs(named, Stream.of(
                report.disputed().stream().map(QualityReport.Disputed::item), decided.stream().map(one -> one.itemId),
                gold.stream().map(one -> one.id)).flatMap(Function.identity()).distinct().toList());
        List<Criterion> asked = criteria.of(project.id);
        Map<Long, String> slugs = asked.stream().collect(Collectors.toMap(one -> one.id, one -> one.slug));
        List<QualityView.Final> finals = decided.stream()
                .map(one -> new QualityView.Final(pairs.get(one.itemId), slugs.get(one.criterionId), preference(one),
                        one.comment, one.decidedBy, one.decidedAt))
                .toList();
        Map<Long, QualityView.Final> overall = new HashMap<>();
        finals.stream().filter(one -> one.criterion().equals(Criterion.OVERALL))
                .forEach(one -> overall.putIfAbsent(one.pair().item(), one));
        return new QualityView(project.goldPercent, project.repeatPercent, pending, report.counted(),
                report.newest(), report.times(), report.criteria(), annotators(project, report),
                report.disputed().stream().map(
                        one -> new QualityView.Disputed(pairs.get(one.item()), one, overall.get(one.item()))).toList(),
                gold.stream().map(one -> new QualityView.Gold(pairs.get(one.id), known(one.known))).toList(), finals,
                standings.of(project.id), named.stream().map(one -> one.name).toList(),
                Preference.on(asked.get(0).scale).stream().map(Preference::name).toList());
    }

    private Map<Long, QualityView.Pair> pairs(List<AnsweringModel> named, List<Long> ids) {
        List<Item> all = items.list("id in ?1", ids);
        Map<Long, String> keys = prompts.keys(all.stream().map(one -> one.promptId).distinct().toList()).stream()
                .collect(Collectors.toMap(Prompt.Named::id, Prompt.Named::key));
        Map<Long, String> names = named.stream().collect(Collectors.toMap(one -> one.id, one -> one.name));
        return all.stream().collect(Collectors.toMap(one -> one.id, one -> new QualityView.Pair(one.id,
                keys.get(one.promptId), names.get(one.modelA), names.get(one.modelB))));
    }

    private List<QualityView.Annotator> annotators(Project project, QualityReport report) {
        Map<Integer, Member> byNumber = members.annotators(project.id).stream()
                .collect(Collectors.toMap(one -> one.number, Function.identity(), (a, b) -> a, TreeMap::new));
        return report.annotators().stream().filter(one -> byNumber.containsKey(one.number())).map(one -> {
            Member member = byNumber.get(one.number());
            return new QualityView.Annotator(one, member.leftOutAt, member.leftOutWhy);
        }).toList();
    }

    private static String known(short known) {
        return known > 0 ? "A" : known < 0 ? "B" : "TIE";
    }

    private static String preference(Adjudication one) {
        return Stream.of(Preference.values())
                .filter(preference -> preference.valueFor(false) == one.value && preference.isBothBad() == one.bothBad)
                .findFirst().orElseThrow().name();
    }
}
