// refused: MAP07; Clerk.branch; 'code'; unique because it is referenced; @Column(unique = true)
package conformance.references;

import dev.migratable.annotations.*;
import jakarta.persistence.*;

@Entity
@Migratable
class Branch {
    @Id Long id;
    String code;
}

@Entity
class Clerk {
    @Id Long id;

    @ManyToOne
    @JoinColumn(name = "branch_code", referencedColumnName = "code")
    Branch branch;
}
