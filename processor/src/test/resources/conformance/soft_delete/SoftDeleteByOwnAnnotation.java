package conformance.soft_delete;

import dev.migratable.annotations.*;
import jakarta.persistence.*;
import org.hibernate.annotations.SoftDelete;
import org.hibernate.annotations.SoftDeleteType;
import java.lang.annotation.*;

@Entity
@Migratable
@Deletable
class Post {
    @Id Long id;
}

@SoftDelete
@Retention(RetentionPolicy.RUNTIME)
@interface Deletable {}
