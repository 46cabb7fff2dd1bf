package org.dohyo.project.board;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.dohyo.account.Audit;
import org.dohyo.project.ProblemMessages;
import org.dohyo.project.Project;
import org.dohyo.project.ProjectRefusal;
import org.dohyo.project.content.AnsweringModel;
import org.dohyo.project.people.ProjectAccess;

/** Which models of a project are revisions of one another. */
@ApplicationScoped
public class Lines {

    private final ProjectAccess access;
    private final AnsweringModel.Repository models;
    private final Audit audit;

    Lines(ProjectAccess access, AnsweringModel.Repository models, Audit audit) {
        this.access = access;
        this.models = models;
        this.audit = audit;
    }

    /** @param models their names, the oldest first */
    public record Line(String name, List<String> models) {
    }

    /** @throws RuntimeException 404 unless the caller may read the project */
    @Transactional
    public List<Line> of(String slug) {
        return in(access.read(slug).project().id);
    }

    /** For a caller who has been recognised already. */
    @Transactional
    List<Line> in(long projectId) {
        Map<String, List<AnsweringModel>> lines = models.of(projectId).stream().filter(model -> model.line != null)
                .collect(Collectors.groupingBy(model -> model.line, TreeMap::new, Collectors.toList()));
        return lines.entrySet().stream().map(line -> new Line(line.getKey(), line.getValue().stream()
                .sorted(Comparator.comparing(model -> model.revision)).map(model -> model.name).toList())).toList();
    }

    /**
     * Replaces all lines of a project.
     *
     * @throws RuntimeException 404 unless the caller owns the project, 409 if it is archived, 400 naming the wrong line
     */
    @Transactional
    public List<Line> replace(String slug, List<Line> lines, String who) {
        return replace(access.ownOpen(slug), lines, who);
    }

    /**
     * Replaces the line of that name or adds it; without models, it is taken away.
     *
     * @throws RuntimeException as {@link #replace}, naming the wrong model
     */
    @Transactional
    public List<Line> set(String slug, Line line, String who) {
        Project project = access.ownOpen(slug);
        List<Line> lines = new ArrayList<>(in(project.id));
        lines.removeIf(one -> one.name.equals(line.name));
        if (!line.models.isEmpty()) {
            Set<String> taken = lines.stream().flatMap(one -> one.models.stream()).collect(Collectors.toSet());
            check(line, "", free(project, taken));
            lines.add(line);
        }
        return replace(project, lines, who);
    }

    private List<Line> replace(Project project, List<Line> lines, String who) {
        check(lines, free(project, Set.of()));
        List<Line> before = in(project.id);
        // Before the new places: a revision of a line has one model at any time.
        models.update("line = null, revision = null where projectId = ?1", project.id);
        models.getEntityManager().clear();
        place(lines, project.id);
        models.flush();
        List<Line> after = in(project.id);
        audit.record(who, "change", "project:" + project.slug, before, after);
        return after;
    }

    private Set<String> free(Project project, Set<String> taken) {
        return models.of(project.id).stream().map(model -> model.name).filter(name -> !taken.contains(name))
                .collect(Collectors.toCollection(HashSet::new));
    }

    private static void check(List<Line> lines, Set<String> free) {
        Set<String> names = new HashSet<>();
        for (int i = 0; i < lines.size(); i++) {
            if (!names.add(lines.get(i).name)) {
                throw ProjectRefusal.field("lines." + i + ".name", ProblemMessages::sameLine);
            }
            check(lines.get(i), "lines." + i + ".", free);
        }
    }

    private static void check(Line line, String place, Set<String> free) {
        for (int i = 0; i < line.models.size(); i++) {
            if (!free.remove(line.models.get(i))) {
                throw ProjectRefusal.field(place + "models." + i, ProblemMessages::noPlace);
            }
        }
    }

    private void place(List<Line> lines, long projectId) {
        Map<String, AnsweringModel> byName = models.of(projectId).stream()
                .collect(Collectors.toMap(model -> model.name, model -> model));
        for (Line line : lines) {
            for (int revision = 1; revision <= line.models.size(); revision++) {
                AnsweringModel model = byName.get(line.models.get(revision - 1));
                model.line = line.name;
                model.revision = revision;
            }
        }
    }
}
