/// All routes there are.
enum RouteTable {
  static let all: [Route] =
    PageRoutes.all + MediaRoutes.all + SessionRoutes.all + AccountRoutes.all + UserRoutes.all
    + SearchRoutes.all + PhotoRoutes.all + MarkRoutes.all + StatisticsRoutes.all + ExportRoutes.all
    + SavedSearchRoutes.all + SetAsideRoutes.all + JobRoutes.all + UploadRoutes.all
    + SettingRoutes.all + ModelRoutes.all + ComparisonRoutes.all + AdministrationRoutes.all
    + LabelRoutes.all + OpenAPI.routes
}
