package conformance.members;

import dev.migratable.annotations.*;
import jakarta.persistence.*;
import java.util.*;
import org.hibernate.annotations.NativeGenerator;

@Entity
@Migratable
class Thing {
    @Id
    @NativeGenerator(tableForm = @TableGenerator(name = "t", table = "numbers"))
    Long id;
}
