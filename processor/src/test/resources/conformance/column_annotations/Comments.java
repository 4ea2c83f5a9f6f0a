package conformance.column_annotations;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import org.hibernate.annotations.Comment;

@Migratable
@Entity
class Thing {

    @Id
    long id;

    @Comment("of the customer")
    String name;

    @Column(comment = "it''s JPA''s own")
    String other;

    @Comment("wins")
    @Column(comment = "loses")
    String twice;
}
