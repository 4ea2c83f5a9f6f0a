package dev.migratable.runtime.hibernate.random;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes a failing model smaller, by leaving out one class, attribute or annotation after the other while it still fails. */
public final class Shrinker {

    /** Says what becomes of a model. */
    @FunctionalInterface
    public interface Trial {
        /** Judges. */
        Verdict of(RandomModel model) throws Exception;
    }

    private static final Pattern REFUSAL = Pattern.compile("(?<code>\\[MAP\\d\\d\\]).*?\\. (?<fix>.*)");

    private final Trial trial;
    private int trialsLeft;

    /** Shrinks with so many trials at most. */
    public Shrinker(Trial trial, int mostTrials) {
        this.trial = trial;
        this.trialsLeft = mostTrials;
    }

    /** Returns the smallest model found that has the same kind of verdict, with a message of the same kind. */
    public RandomModel shrink(RandomModel model, Verdict verdict) throws Exception {
        RandomModel smallest = model;
        Optional<RandomModel> smaller = Optional.of(model);
        while (smaller.isPresent() && trialsLeft > 0) {
            smallest = smaller.get();
            smaller = firstFailing(smallest, verdict);
        }
        return smallest;
    }

    private Optional<RandomModel> firstFailing(RandomModel model, Verdict wanted) throws Exception {
        for (RandomModel candidate : candidates(model)) {
            if (trialsLeft-- <= 0) {
                return Optional.empty();
            }
            Verdict verdict = trial.of(candidate);
            if (verdict.kind() == wanted.kind() && sort(verdict).equals(sort(wanted))) {
                return Optional.of(candidate);
            }
        }
        return Optional.empty();
    }

    /** Of a refusal its code and its way out, so that it does not shrink to another one; all differences are of one sort. */
    private static String sort(Verdict verdict) {
        Matcher matcher = REFUSAL.matcher(verdict.text());
        return matcher.find() ? matcher.group("code") + matcher.group("fix") : "";
    }

    /** Classes first, for they take most with them. */
    private static List<RandomModel> candidates(RandomModel model) {
        List<RandomModel> candidates = new ArrayList<>();
        for (int i = 0; i < model.classes().size(); i++) {
            candidates.add(withoutClass(model, i));
        }
        for (int i = 0; i < model.classes().size(); i++) {
            ClassSource type = model.classes().get(i);
            for (int m = type.kind() == Kind.ENUM ? 1 : 0; m < type.members().size(); m++) {
                int member = m;
                candidates.add(with(model, i, t -> t.withMembers(without(t.members(), member))));
            }
        }
        for (int i = 0; i < model.classes().size(); i++) {
            ClassSource type = model.classes().get(i);
            for (int a = 0; a < type.annotations().size(); a++) {
                int annotation = a;
                candidates.add(with(model, i, t -> t.withAnnotations(without(t.annotations(), annotation))));
            }
            for (int m = 0; m < type.members().size(); m++) {
                for (int a = 0; a < type.members().get(m).annotations().size(); a++) {
                    candidates.add(withoutAnnotation(model, i, m, a));
                }
            }
        }
        return candidates;
    }

    private static RandomModel withoutClass(RandomModel model, int index) {
        String name = model.classes().get(index).name();
        List<ClassSource> others = without(model.classes(), index).stream()
                .map(c -> c.withMembers(c.members().stream()
                        .filter(m -> !m.type().matches(".*\\b" + name + "\\b.*"))
                        .toList()))
                .toList();
        return model.withClasses(others);
    }

    private static RandomModel withoutAnnotation(RandomModel model, int type, int index, int annotation) {
        return with(model, type, t -> {
            List<MemberSource> members = new ArrayList<>(t.members());
            MemberSource member = members.get(index);
            members.set(index, member.withAnnotations(without(member.annotations(), annotation)));
            return t.withMembers(members);
        });
    }

    private static RandomModel with(RandomModel model, int index, UnaryOperator<ClassSource> change) {
        List<ClassSource> classes = new ArrayList<>(model.classes());
        classes.set(index, change.apply(classes.get(index)));
        return model.withClasses(classes);
    }

    private static <T> List<T> without(List<T> all, int index) {
        List<T> others = new ArrayList<>(all);
        others.remove(index);
        return others;
    }
}
