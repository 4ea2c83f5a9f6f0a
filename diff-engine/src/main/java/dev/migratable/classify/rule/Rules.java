package dev.migratable.classify.rule;

import dev.migratable.classify.RuleId;
import java.util.List;
import java.util.stream.Stream;

/** Lists all rules. */
public final class Rules {

    /** Those that judge one change, in the order of their ids. */
    public static final List<Rule> ALL = List.of(
            new DropColumnRule(),
            new DropTableRule(),
            new LossyTypeRule(),
            new DropSequenceRule(),
            new UnloggedRule(),
            new UnloggedSequenceRule(),
            new RequiredColumnRule(),
            new ForeignKeyDataRule(),
            new DuplicateRule(),
            new NotNullRule(),
            new CheckDataRule(),
            new TypeDataRule(),
            new RefusedTypeRule(),
            new ConstantUniqueRule(),
            new DependentRule(),
            new RewritingTypeRule(),
            new IndexBuildRule(),
            new ForeignKeyLockRule(),
            new ConstraintScanRule(),
            new IndexRebuildRule(),
            new RewritingColumnRule(),
            new CheckReverifyRule(),
            new ForeignKeyTypeRule(),
            new PartitionedRule(),
            new PersistenceRewriteRule(),
            new RenameColumnRule(),
            new RenameTableRule(),
            new RequiredColumnVersionRule(),
            new TypeVersionRule(),
            new NullableVersionRule(),
            new DropVersionRule(),
            new LostDefaultRule(),
            new SequenceStepRule(),
            new LostKeyRule(),
            new ComputedColumnRule(),
            new UnvalidatedCheckRule(),
            new WidenedCheckRule(),
            new ConvertedColumnRule(),
            new DropTypeRule(),
            new UndeclaredRenameRule(),
            new UnretiredDropRule(),
            new SequenceWidthRule(),
            new IdentityStartRule(),
            new UnsupportedRule(),
            new JsonColumnRule(),
            new EvaluatedDefaultRule(),
            new UnindexedForeignKeyRule(),
            new ForeignKeyMismatchRule(),
            new DroppedIndexRule(),
            new PublishedTableRule(),
            new FiringTriggerRule(),
            new StoredValuesRule(),
            new AutovacuumRule(),
            new ResetStorageRule(),
            new EnumValueRule(),
            new CompositeTypeRule());

    private Rules() {}

    /** Returns the ids of all rules, those that judge declarations too, in their order. */
    public static List<RuleId> ids() {
        return Stream.concat(ALL.stream().map(Rule::id), Stream.of(StaleAcceptance.ID, StaleRename.ID))
                .sorted()
                .toList();
    }
}
