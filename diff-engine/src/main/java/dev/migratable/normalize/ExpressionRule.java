package dev.migratable.normalize;

/**
 * One equivalence: replaces one spelling of a node by the canonical one. The parts of the node are canonical already. A
 * rule must not be undone by another one, since rules are applied until none of them changes anything.
 */
interface ExpressionRule {

    /** Returns the canonical spelling, or the node itself. */
    Expression apply(Expression node);
}
