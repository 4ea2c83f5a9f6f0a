// refused: MAP01; Post.id; @Numbered; Remove it
package conformance.generators;

import dev.migratable.annotations.*;
import jakarta.persistence.*;
import java.lang.annotation.*;
import org.hibernate.annotations.IdGeneratorType;
import org.hibernate.id.enhanced.SequenceStyleGenerator;

@Entity
@Migratable
class Post {
    @Id @Numbered Long id;
}

@IdGeneratorType(NumberGenerator.class)
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.METHOD})
@interface Numbered {}

class NumberGenerator extends SequenceStyleGenerator {}
