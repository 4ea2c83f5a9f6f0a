package conformance.defaults;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import org.hibernate.annotations.Check;
import org.hibernate.annotations.ColumnDefault;
import org.hibernate.annotations.Comment;
import org.hibernate.annotations.CreationTimestamp;
import org.hibernate.annotations.CurrentTimestamp;
import org.hibernate.annotations.Formula;
import org.hibernate.annotations.Generated;
import org.hibernate.annotations.UpdateTimestamp;
import org.hibernate.generator.EventType;

@Entity
@Migratable
@Comment("the comment of the table")
@Check(constraints = "number_ > 0")
@Check(name = "second_check", constraints = "number_ < 100")
class Defaults {
    @Id
    @Comment("the key")
    Long id;

    @ColumnDefault("7")
    int number_;

    @ColumnDefault("'new'")
    @Column(nullable = false, length = 10)
    String state;

    @ColumnDefault("now()")
    java.time.Instant created;

    @ColumnDefault("gen_random_uuid()")
    java.util.UUID token;

    @ColumnDefault("true")
    boolean active;

    @ColumnDefault("1.50")
    java.math.BigDecimal price;

    @Check(constraints = "level between 1 and 5")
    int level;

    @Check(name = "depth_check", constraints = "depth in (1, 2, 3)")
    int depth;

    @CreationTimestamp
    java.time.LocalDateTime createdAt;

    @UpdateTimestamp
    @Column(nullable = false)
    java.time.Instant updatedAt;

    @CurrentTimestamp
    java.time.Instant currentAt;

    @CurrentTimestamp(event = EventType.UPDATE)
    java.time.Instant editedAt;

    @Generated
    Integer generated_;

    @Formula("number_ + 1")
    int computed;
}
