package conformance.options;

import dev.migratable.annotations.*;
import jakarta.persistence.*;
import java.util.*;

@Entity
@Migratable
class Thing {
    @Id Long id;

    @Column(nullable = false, options = "default 'new, or (almost) so' collate \"C\"")
    String state;

    @Column(options = "DEFAULT now()")
    java.time.Instant at;

    @Column(options = "default -1")
    int rank;

    @Column(options = "default array[1, 2]")
    int[] numbers;

    @Column(options = "default null")
    String nothing;

    @Column(check = @CheckConstraint(constraint = "size > 0"), options = "default (1 + 1)")
    int size;
}
