package conformance.options;

import dev.migratable.annotations.*;
import jakarta.persistence.*;
import java.util.*;

@Entity
@Migratable
class Thing {
    @Id Long id;

    @ManyToOne
    @JoinColumn(foreignKey = @ForeignKey(options = "on update cascade on delete set null"))
    Thing one;

    @ManyToOne
    @JoinColumn(foreignKey = @ForeignKey(options = "MATCH FULL ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED"))
    Thing two;

    @ManyToOne
    @JoinColumn(foreignKey = @ForeignKey(options = "match simple on delete no action not valid"))
    Thing three;

    @ManyToOne
    @JoinColumn(foreignKey = @ForeignKey(name = "to_four", options = "on update set default initially immediate deferrable"))
    @org.hibernate.annotations.OnDelete(action = org.hibernate.annotations.OnDeleteAction.CASCADE)
    Thing four;

    @OneToOne
    @JoinColumn(foreignKey = @ForeignKey(options = "deferrable"))
    Thing five;
}
