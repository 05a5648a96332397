/// Which model is active for a photo.
enum ActiveModelSQL {
  /// Of the models that have looked at a photo one of each task is active: the chosen one, else the one
  /// that looked last.
  ///
  /// - Parameter photo: a row id to settle; nil for all photos.
  static func settle(photo: Int64?) -> String {
    """
    UPDATE photo_model SET is_silent = settled.is_silent FROM (\(standing(photo: photo))) AS settled
    WHERE photo_model.photo_id = settled.photo_id AND photo_model.model_id = settled.model_id
    """
  }

  /// Where `is_silent` is not what it should be: photo, model and what it should be.
  static func standing(photo: Int64?) -> String {
    """
    SELECT photo_id, model_id, is_silent FROM (
      SELECT photo_id, model_id, photo_model.is_silent AS was_silent, row_number() OVER (
        PARTITION BY photo_id, model.task
        ORDER BY model_id IS chosen_model.id DESC, analysed_ms DESC, model_id DESC) > 1 AS is_silent
      FROM photo_model JOIN model ON model.id = model_id
      LEFT JOIN chosen_model ON chosen_model.task = model.task
      \(photo.map { "WHERE photo_id = \($0)" } ?? ""))
    WHERE is_silent <> was_silent
    """
  }
}
