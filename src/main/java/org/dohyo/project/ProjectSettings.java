package org.dohyo.project;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

import org.dohyo.web.Fields;

/** Reads what the interface says about a project; a wrong value is refused by the name of its field. */
public final class ProjectSettings {

    private static final Pattern SLUG = Pattern.compile("[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?");
    /** Invitations open at this place among the projects. */
    private static final String JOIN = "join";
    private static final Set<String> MEMBERS = Set.of("slug", "name", "instructions", "votesPerItem",
            "reserveMinutes", "goldPercent", "repeatPercent", "highlights", "deadline", "criteria");
    private static final Set<String> CHANGEABLE = Set.of("name", "instructions", "votesPerItem", "reserveMinutes",
            "goldPercent", "repeatPercent", "highlights", "deadline", "archived");
    private static final Set<String> OF_COPY = Set.of("slug", "name", "answers");
    private static final Set<String> OF_CRITERION = Set.of("slug", "name", "scale", "required");
    private static final int LONGEST_NAME = 200;
    private static final int MOST_VOTES = 100;
    private static final int MOST_MINUTES = 1440;
    private static final int STANDARD_MINUTES = 30;
    private static final BigDecimal MOST_PERCENT = BigDecimal.valueOf(50);

    private ProjectSettings() {
    }

    /** A new project without its author. */
    public static Project project(Map<String, Object> members) {
        Fields fields = new Fields(members, MEMBERS);
        Project project = named(fields);
        project.instructions = "";
        project.votesPerItem = 1;
        project.reserveMinutes = STANDARD_MINUTES;
        apply(fields, project);
        return project;
    }

    private static Project named(Fields fields) {
        Project project = new Project();
        project.slug = slug(fields, "slug");
        if (project.slug.equals(JOIN)) {
            throw ProjectRefusal.field("slug", ProblemMessages::joinTaken);
        }
        project.name = name(fields);
        return project;
    }

    /** A new project with the settings of another, but for the slug and name that are given. */
    public static Project copy(Map<String, Object> members, Project source) {
        Project copy = named(new Fields(members, OF_COPY));
        copy.instructions = source.instructions;
        copy.votesPerItem = source.votesPerItem;
        copy.reserveMinutes = source.reserveMinutes;
        copy.goldPercent = source.goldPercent;
        copy.repeatPercent = source.repeatPercent;
        copy.highlights = source.highlights;
        return copy;
    }

    /** True if a copy is to have the answers too. */
    public static boolean withAnswers(Map<String, Object> members) {
        Fields fields = new Fields(members, OF_COPY);
        return fields.has("answers") && fields.flag("answers");
    }

    /** Changes the members that are given. */
    public static void change(Map<String, Object> members, Project project, Instant now) {
        Fields fields = new Fields(members, CHANGEABLE);
        fields.ifGiven("name", field -> project.name = name(fields));
        fields.ifGiven("archived", field -> project.archivedAt = fields.flag(field) ? now : null);
        apply(fields, project);
    }

    private static void apply(Fields fields, Project project) {
        fields.ifGiven("instructions", field -> {
            String text = fields.text(field);
            project.instructions = text == null ? "" : text;
        });
        fields.ifGiven("votesPerItem", field -> project.votesPerItem = (int) fields.count(field, MOST_VOTES));
        fields.ifGiven("reserveMinutes", field -> project.reserveMinutes = (int) fields.count(field, MOST_MINUTES));
        fields.ifGiven("goldPercent", field -> project.goldPercent = percent(fields, field));
        fields.ifGiven("repeatPercent", field -> project.repeatPercent = percent(fields, field));
        fields.ifGiven("highlights", field -> project.highlights = fields.flag(field));
        fields.ifGiven("deadline",
                field -> project.deadline = fields.blank(field) ? null : fields.instant(field));
    }

    private static int percent(Fields fields, String field) {
        return fields.amount(field, MOST_PERCENT, 0).intValue();
    }

    /** The project's criteria, the overall one first: it is added if the list doesn't have it. */
    public static List<Criterion> criteria(Map<String, Object> members) {
        Object given = members.get("criteria") == null ? List.of() : members.get("criteria");
        if (!(given instanceof List<?> list)) {
            throw ProjectRefusal.field("criteria", ProblemMessages::list);
        }
        List<Criterion> criteria = new ArrayList<>();
        Set<String> slugs = new HashSet<>();
        for (int i = 0; i < list.size(); i++) {
            Criterion criterion = criterion(list.get(i), "criteria." + i);
            if (!slugs.add(criterion.slug)) {
                throw ProjectRefusal.field("criteria." + i, ProblemMessages::sameSlug);
            }
            criteria.add(criterion.slug.equals(Criterion.OVERALL) ? 0 : criteria.size(), criterion);
        }
        if (!slugs.contains(Criterion.OVERALL)) {
            criteria.add(0, overall());
        }
        if (criteria.size() > Criterion.MOST_OWN + 1) {
            throw ProjectRefusal.field("criteria", words -> words.mostCriteria(Criterion.MOST_OWN));
        }
        for (int place = 0; place < criteria.size(); place++) {
            criteria.get(place).place = place;
        }
        return criteria;
    }

    private static Criterion overall() {
        Criterion overall = new Criterion();
        overall.slug = Criterion.OVERALL;
        overall.name = "";
        overall.scale = Scale.CHOICE;
        overall.required = true;
        return overall;
    }

    private static Criterion criterion(Object given, String place) {
        if (!(given instanceof Map<?, ?> map)) {
            throw ProjectRefusal.field(place, ProblemMessages::object);
        }
        @SuppressWarnings("unchecked")
        Fields fields = new Fields((Map<String, Object>) map, OF_CRITERION);
        Criterion criterion = new Criterion();
        criterion.slug = slug(fields, "slug");
        criterion.name = criterion.slug.equals(Criterion.OVERALL) && fields.blank("name") ? "" : name(fields);
        criterion.scale = fields.has("scale")
                ? Scale.ofLabel(fields.required("scale"))
                        .orElseThrow(() -> ProjectRefusal.field(place + ".scale", ProblemMessages::scale))
                : Scale.CHOICE;
        criterion.required = !fields.has("required") || fields.flag("required");
        return criterion;
    }

    private static String slug(Fields fields, String field) {
        String slug = fields.required(field);
        if (!SLUG.matcher(slug).matches()) {
            throw ProjectRefusal.field(field, ProblemMessages::slug);
        }
        return slug;
    }

    private static String name(Fields fields) {
        String name = fields.required("name");
        if (name.length() > LONGEST_NAME) {
            throw ProjectRefusal.field("name", words -> words.longest(LONGEST_NAME));
        }
        return name;
    }
}
