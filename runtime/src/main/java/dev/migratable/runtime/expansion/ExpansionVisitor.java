package dev.migratable.runtime.expansion;

import dev.migratable.change.AddCheck;
import dev.migratable.change.AddColumn;
import dev.migratable.change.AddForeignKey;
import dev.migratable.change.AddPrimaryKey;
import dev.migratable.change.AddUnique;
import dev.migratable.change.Change;
import dev.migratable.change.ChangeCollation;
import dev.migratable.change.ChangeColumnComment;
import dev.migratable.change.ChangeColumnType;
import dev.migratable.change.ChangeDefault;
import dev.migratable.change.ChangeGenerated;
import dev.migratable.change.ChangeIdentity;
import dev.migratable.change.ChangeSequence;
import dev.migratable.change.ChangeTableComment;
import dev.migratable.change.CompositeTypeChange;
import dev.migratable.change.CreateIndex;
import dev.migratable.change.CreateSequence;
import dev.migratable.change.CreateTable;
import dev.migratable.change.DropCheck;
import dev.migratable.change.DropColumn;
import dev.migratable.change.DropForeignKey;
import dev.migratable.change.DropIndex;
import dev.migratable.change.DropNotNull;
import dev.migratable.change.DropPrimaryKey;
import dev.migratable.change.DropSequence;
import dev.migratable.change.DropTable;
import dev.migratable.change.DropUnique;
import dev.migratable.change.EnumTypeChange;
import dev.migratable.change.RenameColumn;
import dev.migratable.change.RenameTable;
import dev.migratable.change.SetNotNull;
import dev.migratable.change.SettingChange;
import dev.migratable.change.UnsupportedChange;
import dev.migratable.change.ValidateConstraint;
import dev.migratable.classify.ClassifiedChange;

/** Hands each kind of change to its expansion; a kind without one does not compile. */
final class ExpansionVisitor implements Change.Visitor<Boolean> {
    private final PlanContext context;
    private final PlanDraft draft;
    private final ClassifiedChange judged;
    private final ColumnFacetExpansion facets;
    private final KeyExpansion keys;
    private final DropConstraintExpansion drops;
    private final SequenceExpansion sequences;

    private ExpansionVisitor(PlanContext context, PlanDraft draft, ClassifiedChange judged) {
        this.context = context;
        this.draft = draft;
        this.judged = judged;
        this.facets = new ColumnFacetExpansion(context, draft);
        this.keys = new KeyExpansion(context, draft);
        this.drops = new DropConstraintExpansion(context, draft);
        this.sequences = new SequenceExpansion(context, draft);
    }

    /** Adds a change's steps or its refusal to the draft. */
    static void expand(PlanContext context, PlanDraft draft, ClassifiedChange judged) {
        if (!new ServerRefusal(context, draft).refuses(judged)) {
            judged.change().accept(new ExpansionVisitor(context, draft, judged));
        }
    }

    private Boolean refuse(Change change, String reason, String wayOut) {
        draft.refuse(change, reason, wayOut);
        return false;
    }

    @Override
    public Boolean visit(CreateTable change) {
        new CreateTableExpansion(context, draft).expand(change, judged);
        return true;
    }

    @Override
    public Boolean visit(DropTable change) {
        new DropExpansion(context, draft).expand(change, judged);
        return true;
    }

    @Override
    public Boolean visit(RenameTable change) {
        new RenameTableExpansion(context, draft).expand(change, judged);
        return true;
    }

    @Override
    public Boolean visit(ChangeTableComment change) {
        facets.expand(change, judged);
        return true;
    }

    @Override
    public Boolean visit(AddColumn change) {
        new AddColumnExpansion(context, draft).expand(change, judged);
        return true;
    }

    @Override
    public Boolean visit(DropColumn change) {
        new DropExpansion(context, draft).expand(change, judged);
        return true;
    }

    @Override
    public Boolean visit(RenameColumn change) {
        new RenameColumnExpansion(context, draft).expand(change, judged);
        return true;
    }

    @Override
    public Boolean visit(ChangeColumnType change) {
        facets.expand(change, judged);
        return true;
    }

    @Override
    public Boolean visit(SetNotNull change) {
        facets.expand(change, judged);
        return true;
    }

    @Override
    public Boolean visit(DropNotNull change) {
        facets.expand(change, judged);
        return true;
    }

    @Override
    public Boolean visit(ChangeDefault change) {
        facets.expand(change, judged);
        return true;
    }

    @Override
    public Boolean visit(ChangeIdentity change) {
        new IdentityExpansion(context, draft).expand(change, judged);
        return true;
    }

    @Override
    public Boolean visit(ChangeGenerated change) {
        new GenerationExpansion(context, draft).expand(change, judged);
        return true;
    }

    @Override
    public Boolean visit(ChangeCollation change) {
        if (context.isSwapped(change.table(), change.column())) {
            new SwapExpansion(context, draft).expand(change, change.column(), judged);
            return true;
        }
        return refuse(
                change,
                "every index on the column is built anew while nobody can read or write",
                "rename it in a migration of its own, and change the collation in another");
    }

    @Override
    public Boolean visit(ChangeColumnComment change) {
        facets.expand(change, judged);
        return true;
    }

    @Override
    public Boolean visit(AddPrimaryKey change) {
        new PrimaryKeyExpansion(context, draft).expand(change, judged);
        return true;
    }

    @Override
    public Boolean visit(DropPrimaryKey change) {
        new PrimaryKeyExpansion(context, draft).expand(change, judged);
        return true;
    }

    @Override
    public Boolean visit(AddUnique change) {
        keys.expand(change, judged);
        return true;
    }

    @Override
    public Boolean visit(DropUnique change) {
        drops.expand(change, judged);
        return true;
    }

    @Override
    public Boolean visit(AddForeignKey change) {
        new ForeignKeyExpansion(context, draft).expand(change, judged);
        return true;
    }

    @Override
    public Boolean visit(DropForeignKey change) {
        drops.expand(change, judged);
        return true;
    }

    @Override
    public Boolean visit(AddCheck change) {
        new CheckExpansion(context, draft).expand(change, judged);
        return true;
    }

    @Override
    public Boolean visit(DropCheck change) {
        if (!CheckExpansion.isReplaced(context, change)) {
            drops.expand(change, judged);
        }
        return true;
    }

    @Override
    public Boolean visit(ValidateConstraint change) {
        drops.expand(change, judged);
        return true;
    }

    @Override
    public Boolean visit(CreateIndex change) {
        keys.expand(change, judged);
        return true;
    }

    @Override
    public Boolean visit(DropIndex change) {
        keys.expand(change, judged);
        return true;
    }

    @Override
    public Boolean visit(CreateSequence change) {
        sequences.expand(change, judged);
        return true;
    }

    @Override
    public Boolean visit(DropSequence change) {
        sequences.expand(change, judged);
        return true;
    }

    @Override
    public Boolean visit(ChangeSequence change) {
        sequences.expand(change, judged);
        return true;
    }

    @Override
    public Boolean visit(EnumTypeChange change) {
        return change.accept(new EnumTypeExpansion(context, draft, judged));
    }

    @Override
    public Boolean visit(CompositeTypeChange change) {
        return change.accept(new CompositeTypeExpansion(context, draft, judged));
    }

    @Override
    public Boolean visit(SettingChange change) {
        new SettingExpansion(context, draft).expand(change, judged);
        return true;
    }

    @Override
    public Boolean visit(UnsupportedChange change) {
        return refuse(change, change.difference() + " is not planned", change.wayOut());
    }
}
