// refused: MAP03; Post.owners; @ManyToAny; @JoinTable(name
package conformance.any;

import dev.migratable.annotations.*;
import jakarta.persistence.*;
import java.util.List;
import org.hibernate.annotations.AnyKeyJavaClass;
import org.hibernate.annotations.ManyToAny;

@Entity
@Migratable
class Post {
    @Id Long id;

    @ManyToAny
    @AnyKeyJavaClass(Long.class)
    @JoinTable(inverseJoinColumns = @JoinColumn(name = "owner_id"))
    List<Object> owners;
}
