;; Finds in a JSON text, 16 characters at a time, where a number may end that JavaScript cannot hold or prints in another way.
;; number-search.ts writes the text and the five vectors at address 0, and looks closer at what is found.
;; `npm run generate` translates this file to generated/number-search.ts.
(module
  (memory (export "memory") 1)

  ;; Returns the address of the first character from $at on that ends one of these patterns of the classes in number-search.ts,
  ;; or that begins eight characters of a long number; an address of $end or more if there is none.
  ;;   $endings: for each bit k of it, three neighbours that have the bits k, k - 1 and k - 2
  ;;   $zeros:   bit 7 to find a point, a zero, two characters of any kind and a zero
  (func (export "find") (param $at i32) (param $end i32) (param $endings i32) (param $zeros i32) (result i32)
    (local $low v128) (local $high v128) (local $nibble v128) (local $offset v128) (local $long v128)
    (local $endingBits v128) (local $zeroBits v128)
    (local $begin i32) (local $text v128) (local $before v128) (local $classes v128) (local $found v128)
    ;; V8 would make constants again in every turn of the loop, but keeps in registers what it has read.
    (local.set $low (v128.load (i32.const 0)))
    (local.set $high (v128.load (i32.const 16)))
    (local.set $nibble (v128.load (i32.const 32)))
    (local.set $offset (v128.load (i32.const 48)))
    (local.set $long (v128.load (i32.const 64)))
    (local.set $endingBits (i8x16.splat (local.get $endings)))
    (local.set $zeroBits (i8x16.splat (local.get $zeros)))
    ;; The first turn only classifies the 16 characters before, in which a pattern may begin.
    (local.set $begin (local.get $at))
    (local.set $at (i32.sub (local.get $at) (i32.const 16)))
    (loop $next
      (local.set $before (local.get $classes))
      (local.set $text (i8x16.add (v128.load align=1 (local.get $at)) (local.get $offset)))
      (local.set $classes
        (v128.and
          (i8x16.swizzle (local.get $low) (v128.and (local.get $text) (local.get $nibble)))
          (i8x16.swizzle
            (local.get $high)
            (v128.and (i16x8.shr_u (local.get $text) (i32.const 4)) (local.get $nibble)))))
      (local.set $found
        (v128.or
          (i64x2.eq (v128.and (local.get $classes) (local.get $long)) (local.get $long))
          (v128.or
            (v128.and
              (local.get $endingBits)
              (v128.and
                (v128.and
                  ;; The classes of the second character before each, of the character before it, and its own.
                  (i8x16.shuffle 14 15 16 17 18 19 20 21 22 23 24 25 26 27 28 29 (local.get $before) (local.get $classes))
                  (i16x8.shl
                    (i8x16.shuffle 15 16 17 18 19 20 21 22 23 24 25 26 27 28 29 30 (local.get $before) (local.get $classes))
                    (i32.const 1)))
                (i16x8.shl (local.get $classes) (i32.const 2))))
            (v128.and
              (local.get $zeroBits)
              (v128.and
                ;; The classes of the fourth character before each, of the third, and its own.
                (i8x16.shuffle 12 13 14 15 16 17 18 19 20 21 22 23 24 25 26 27 (local.get $before) (local.get $classes))
                (i16x8.shl
                  (v128.and
                    (i8x16.shuffle 13 14 15 16 17 18 19 20 21 22 23 24 25 26 27 28 (local.get $before) (local.get $classes))
                    (local.get $classes))
                  (i32.const 6)))))))
      (if (i32.and (v128.any_true (local.get $found)) (i32.ge_u (local.get $at) (local.get $begin)))
        (then
          (return
            (i32.add
              (local.get $at)
              (i32.ctz (i8x16.bitmask (i8x16.ne (local.get $found) (v128.const i64x2 0 0))))))))
      (local.set $at (i32.add (local.get $at) (i32.const 16)))
      (br_if $next (i32.lt_u (local.get $at) (local.get $end))))
    (local.get $at)))
