// option: migratable.serverVersion=17
package conformance.column_annotations;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import org.hibernate.annotations.Check;
import org.hibernate.annotations.Comment;
import org.hibernate.annotations.GeneratedColumn;

@Embeddable
class Size {
    int width;

    @GeneratedColumn("width * 2")
    int doubled;
}

@Migratable
@Entity
class Thing {

    @Id
    long id;

    int amount;

    @GeneratedColumn("amount * 2")
    int twice;

    @GeneratedColumn("amount * 3")
    @Column(name = "thrice", nullable = false, unique = true, columnDefinition = "bigint")
    @Check(constraints = "thrice > 0")
    @Comment("three times")
    Long threefold;

    Size size;
}
