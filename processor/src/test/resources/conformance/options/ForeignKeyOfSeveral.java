package conformance.options;

import dev.migratable.annotations.*;
import jakarta.persistence.*;
import java.util.*;

@Entity
@Migratable
class Thing {
    @EmbeddedId Key id;

    @ManyToOne
    @JoinColumns(
            value = {
                @JoinColumn(name = "other_a", referencedColumnName = "a"),
                @JoinColumn(name = "other_b", referencedColumnName = "b")
            },
            foreignKey = @ForeignKey(options = "match full on delete cascade"))
    Thing other;
}

@Embeddable
class Key {
    Long a;
    Long b;
}
